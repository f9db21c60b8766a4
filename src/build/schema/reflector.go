package main

import (
	"encoding/json"
	"log"
	"path"
	"reflect"
	"strconv"
	"strings"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// Type is a type as the Java side reads it. A reference has only Ref; Go is the type as Go's messages write it.
type Type struct {
	Kind    string   `json:"kind,omitempty"`
	Ref     string   `json:"ref,omitempty"`
	Go      string   `json:"go,omitempty"`
	Of      *Type    `json:"of,omitempty"`
	Wrapped bool     `json:"wrapped,omitempty"`
	Merging string   `json:"merging,omitempty"`
	Keys    []string `json:"keys,omitempty"`
	Fields  []*Field `json:"fields,omitempty"`
}

// Field is a struct field with what its tags say.
type Field struct {
	Name      string          `json:"name,omitempty"`
	Number    int             `json:"number,omitempty"`
	OmitEmpty bool            `json:"omitempty,omitempty"`
	OmitZero  bool            `json:"omitzero,omitempty"`
	Pointer   bool            `json:"pointer,omitempty"`
	Inline    bool            `json:"inline,omitempty"`
	Strategy  string          `json:"strategy,omitempty"`
	MergeKey  string          `json:"mergeKey,omitempty"`
	Default   json.RawMessage `json:"default,omitempty"`
	Type      *Type           `json:"type"`
}

// Types that write themselves in JSON; the value is what they are on the wire.
var special = map[reflect.Type]string{
	reflect.TypeOf(meta.Time{}):                                  "time",
	reflect.TypeOf(meta.MicroTime{}):                             "microTime",
	reflect.TypeOf(meta.Duration{}):                              "duration",
	reflect.TypeOf(meta.FieldsV1{}):                              "any",
	reflect.TypeOf(resource.Quantity{}):                          "quantity",
	reflect.TypeOf(intstr.IntOrString{}):                         "intOrString",
	reflect.TypeOf(runtime.RawExtension{}):                       "raw",
	reflect.TypeOf(apiextensions.JSON{}):                         "any",
	reflect.TypeOf(apiextensions.JSONSchemaPropsOrBool{}):        "either",
	reflect.TypeOf(apiextensions.JSONSchemaPropsOrArray{}):       "either",
	reflect.TypeOf(apiextensions.JSONSchemaPropsOrStringArray{}): "either",
}

type reflector struct {
	components map[string]*Component
	out        Out
}

func newReflector(components map[string]*Component) *reflector {
	return &reflector{components, Out{map[string]map[string]*Type{}, map[string]map[string]json.RawMessage{}}}
}

// modelName is the name that OpenAPI knows a Go type by, in two parts.
func modelName(goType reflect.Type) (string, string) {
	pkg := strings.TrimPrefix(goType.PkgPath(), "k8s.io/")
	return "io.k8s." + strings.ReplaceAll(pkg, "/", "."), goType.Name()
}

// visit adds a struct type and all it refers to, and returns its full name.
func (r *reflector) visit(goType reflect.Type) string {
	pkg, name := modelName(goType)
	if r.out.structures[pkg] == nil {
		r.out.structures[pkg] = map[string]*Type{}
		r.out.openapi[pkg] = map[string]json.RawMessage{}
	}
	full := pkg + "." + name
	if _, seen := r.out.structures[pkg][name]; seen {
		return full
	}
	built := &Type{Kind: "object", Go: goType.String()}
	r.out.structures[pkg][name] = built
	component := r.components[full]
	if component == nil {
		component = &Component{}
	} else {
		r.out.openapi[pkg][name] = component.raw
	}
	if kind, ok := special[goType]; ok {
		r.specialType(goType, built, kind)
		return full
	}
	if component.MapType == "atomic" {
		built.Merging = "atomic"
	}
	built.Fields = r.fields(goType, component)
	return full
}

func (r *reflector) fields(goType reflect.Type, component *Component) []*Field {
	var fields []*Field
	for i := 0; i < goType.NumField(); i++ {
		if field := r.field(goType.Field(i), component); field != nil {
			fields = append(fields, field)
		}
	}
	return fields
}

func (r *reflector) specialType(goType reflect.Type, built *Type, kind string) {
	built.Kind = kind
	if kind == "either" {
		built.Of = r.reference(reflect.TypeOf(apiextensions.JSONSchemaProps{}))
		for i := 0; i < goType.NumField(); i++ {
			built.Fields = append(built.Fields, r.tagged(goType.Field(i)))
		}
	}
}

func (r *reflector) field(f reflect.StructField, component *Component) *Field {
	name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" || !f.IsExported() {
		return nil
	}
	if f.Anonymous && name == "" || strings.Contains(options, "inline") {
		return r.inlined(f, component)
	}
	field := r.tagged(f)
	property := component.Properties[name]
	field.Default = property.Default
	merging, keys := property.merging()
	if merging != "" {
		field.Type.Merging, field.Type.Keys = merging, keys
	}
	return field
}

// inlined spells an embedded struct out: OpenAPI describes its members as those of the struct around it.
func (r *reflector) inlined(f reflect.StructField, component *Component) *Field {
	embedded := &Type{Kind: "object", Go: f.Type.String(), Fields: r.fields(f.Type, component)}
	return &Field{Number: protobufNumber(f), Inline: true, Type: embedded}
}

func protobufNumber(f reflect.StructField) int {
	parts := strings.Split(f.Tag.Get("protobuf"), ",")
	if len(parts) < 2 {
		return 0
	}
	number, err := strconv.Atoi(parts[1])
	check(err)
	return number
}

func (r *reflector) tagged(f reflect.StructField) *Field {
	name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	goType := f.Type
	field := &Field{Name: name, Pointer: goType.Kind() == reflect.Pointer}
	for _, option := range strings.Split(options, ",") {
		field.OmitEmpty = field.OmitEmpty || option == "omitempty"
		field.OmitZero = field.OmitZero || option == "omitzero"
	}
	field.Number = protobufNumber(f)
	field.Strategy = f.Tag.Get("patchStrategy")
	field.MergeKey = f.Tag.Get("patchMergeKey")
	if field.Pointer {
		goType = goType.Elem()
	}
	field.Type = r.typeOf(goType)
	return field
}

func (r *reflector) reference(goType reflect.Type) *Type {
	return &Type{Ref: r.visit(goType)}
}

func (r *reflector) typeOf(goType reflect.Type) *Type {
	switch goType.Kind() {
	case reflect.Struct:
		return r.reference(goType)
	case reflect.Slice:
		if goType.Elem().Kind() == reflect.Uint8 {
			return &Type{Kind: "bytes", Go: goType.String()}
		}
		return &Type{Kind: "list", Go: goType.String(), Of: r.element(goType), Wrapped: isMessage(goType)}
	case reflect.Map:
		return &Type{Kind: "map", Go: goType.String(), Of: r.element(goType)}
	case reflect.String:
		return &Type{Kind: "string", Go: goType.String()}
	case reflect.Bool:
		return &Type{Kind: "boolean", Go: goType.String()}
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint8, reflect.Uint32, reflect.Uint64:
		return &Type{Kind: "integer", Go: goType.String()}
	case reflect.Float32, reflect.Float64:
		return &Type{Kind: "number", Go: goType.String()}
	}
	log.Fatalf("no form for %v of %s", goType, path.Base(goType.PkgPath()))
	return nil
}

func (r *reflector) element(goType reflect.Type) *Type {
	element := goType.Elem()
	if element.Kind() == reflect.Pointer {
		element = element.Elem()
	}
	return r.typeOf(element)
}

// isMessage says that a named list is a message of its own in protobuf, as metav1.Verbs and ExtraValue are.
func isMessage(goType reflect.Type) bool {
	_, found := reflect.PointerTo(goType).MethodByName("Unmarshal")
	return found
}
