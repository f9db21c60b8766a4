package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
)

// enumerated is what a server publishes of a field with a closed set of values, which the files of the module leave out.
type enumerated struct {
	description string
	values      []string
	ofItems     bool
}

const generatedPrefix = "schema_k8sio_"

// addEnums completes components with the values that the generated Go source of a module declares.
func addEnums(source string, components map[string]*Component) {
	file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.SkipObjectResolution)
	check(err)
	for _, declaration := range file.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if !ok || !strings.HasPrefix(function.Name.Name, generatedPrefix) {
			continue
		}
		name := "io.k8s." + strings.ReplaceAll(strings.TrimPrefix(function.Name.Name, generatedPrefix), "_", ".")
		if component := components[name]; component != nil {
			component.raw = completed(component.raw, enumeratedFields(function))
		}
	}
}

// enumeratedFields finds the entries of a Properties map that hold an Enum.
func enumeratedFields(function *ast.FuncDecl) map[string]enumerated {
	fields := map[string]enumerated{}
	ast.Inspect(function, func(node ast.Node) bool {
		entry, ok := node.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		name, named := entry.Key.(*ast.BasicLit)
		props, ok := entry.Value.(*ast.CompositeLit)
		if !named || !ok {
			return true
		}
		if values := list(member(props, "Enum")); len(values) > 0 {
			key := unquoted(name)
			fields[key] = enumerated{unquoted(member(props, "Description")), values, member(props, "Items") != nil}
		}
		return true
	})
	return fields
}

// member is the first value of that key anywhere below a literal.
func member(node ast.Node, key string) (found ast.Expr) {
	ast.Inspect(node, func(below ast.Node) bool {
		entry, ok := below.(*ast.KeyValueExpr)
		if name, named := identifier(entry, ok); named && name == key && found == nil {
			found = entry.Value
		}
		return found == nil
	})
	return found
}

func identifier(entry *ast.KeyValueExpr, ok bool) (string, bool) {
	if !ok {
		return "", false
	}
	name, named := entry.Key.(*ast.Ident)
	if !named {
		return "", false
	}
	return name.Name, true
}

func list(expression ast.Expr) []string {
	literal, ok := expression.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var values []string
	for _, element := range literal.Elts {
		values = append(values, unquoted(element))
	}
	return values
}

func unquoted(expression ast.Expr) string {
	literal, ok := expression.(*ast.BasicLit)
	if !ok {
		return ""
	}
	text, err := strconv.Unquote(literal.Value)
	check(err)
	return text
}

func completed(raw json.RawMessage, fields map[string]enumerated) json.RawMessage {
	if len(fields) == 0 {
		return raw
	}
	var component map[string]any
	check(json.Unmarshal(raw, &component))
	properties, _ := component["properties"].(map[string]any)
	for name, field := range fields {
		property, ok := properties[name].(map[string]any)
		if !ok {
			continue
		}
		property["description"] = field.description
		target := property
		if items, isList := property["items"].(map[string]any); isList && field.ofItems {
			target = items
		}
		target["enum"] = field.values
	}
	text, err := json.Marshal(component)
	check(err)
	return text
}
