package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// Component is one schema of the OpenAPI document, of which only what the structure needs is read.
type Component struct {
	raw        json.RawMessage
	Properties map[string]Property `json:"properties"`
	MapType    string              `json:"x-kubernetes-map-type"`
}

// Property is a member of a component.
type Property struct {
	ListType string          `json:"x-kubernetes-list-type"`
	ListKeys []string        `json:"x-kubernetes-list-map-keys"`
	MapType  string          `json:"x-kubernetes-map-type"`
	Strategy string          `json:"x-kubernetes-patch-strategy"`
	MergeKey string          `json:"x-kubernetes-patch-merge-key"`
	Default  json.RawMessage `json:"default"`
}

func readComponents(folder string) map[string]*Component {
	files, err := filepath.Glob(filepath.Join(folder, "*_openapi.json"))
	check(err)
	all := map[string]*Component{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		check(err)
		var document struct {
			Components struct {
				Schemas map[string]json.RawMessage `json:"schemas"`
			} `json:"components"`
		}
		check(json.Unmarshal(text, &document))
		for name, raw := range document.Components.Schemas {
			component := &Component{raw: raw}
			check(json.Unmarshal(raw, component))
			all[name] = component
		}
	}
	return all
}

// merging names how a list or map merges, as server-side apply derives it; empty is the default of the form.
func (p Property) merging() (string, []string) {
	switch {
	case p.ListType == "map":
		return "keyed", p.ListKeys
	case p.ListType == "set":
		return "set", nil
	case p.ListType != "" || p.MapType == "atomic":
		return "atomic", nil
	case p.MapType == "granular":
		return "granular", nil
	case p.Strategy == "merge" || p.Strategy == "merge,retainKeys":
		if p.MergeKey != "" {
			return "keyed", []string{p.MergeKey}
		}
		return "set", nil
	}
	return "", nil
}
