package main

import (
	"encoding/json"
	"slices"
	"strings"

	apps "k8s.io/api/apps/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	kjson "sigs.k8s.io/json"
)

// Case is a question with the answer of Kubernetes' library.
type Case struct {
	Input  any      `json:"input"`
	Patch  any      `json:"patch,omitempty"`
	Output any      `json:"output,omitempty"`
	Error  string   `json:"error,omitempty"`
	Strict []string `json:"strict,omitempty"`
}

func strategicCases(r *source, count int) []Case {
	var cases []Case
	for i := 0; i < count; i++ {
		c := Case{Input: r.deployment(), Patch: r.patch()}
		out, err := strategicpatch.StrategicMergeMapPatch(clone(c.Input).(object), clone(c.Patch).(object), &apps.Deployment{})
		if err != nil {
			c.Error = err.Error()
		} else {
			c.Output = out
		}
		cases = append(cases, c)
	}
	return cases
}

// patch is part of a deployment with directives and nulls strewn in.
func (r *source) patch() any {
	p := r.deployment()
	delete(p, "apiVersion")
	delete(p, "kind")
	return r.directed("", p)
}

var mergeKeys = map[string]string{"containers": "name", "initContainers": "name", "volumes": "name", "env": "name",
	"ports": "containerPort", "hostAliases": "ip", "ownerReferences": "uid", "volumeMounts": "mountPath",
	"topologySpreadConstraints": "topologyKey", "finalizers": "", "conditions": "type"}

func (r *source) directed(name string, value any) any {
	switch v := value.(type) {
	case object:
		r.directObject(name, v)
	case list:
		for i, item := range v {
			v[i] = r.directed("", item)
			if o, ok := v[i].(object); ok && r.maybe(12) {
				o["$patch"] = r.pick("delete", "replace", "delete", "merge")
			}
		}
	}
	return value
}

func (r *source) directObject(name string, o object) {
	for _, key := range sorted(o) {
		member := o[key]
		if r.maybe(5) {
			o[key] = nil
			continue
		}
		o[key] = r.directed(key, member)
		mergeKey, merges := mergeKeys[key]
		if items, ok := o[key].(list); ok && merges && r.maybe(25) {
			o["$setElementOrder/"+key] = r.order(items, mergeKey)
		}
	}
	if r.maybe(4) {
		o["$patch"] = r.pick("replace", "delete")
	}
	if name == "strategy" && r.maybe(50) {
		o["$retainKeys"] = list{"type", "rollingUpdate"}[:1+r.Intn(2)]
	}
	if finalizers, ok := o["finalizers"].(list); ok && r.maybe(40) {
		gone := "f.example.com/" + r.name(r.Intn(3))
		if !slices.Contains(finalizers, any(gone)) { // else the library's answer depends on the order of a map
			o["$deleteFromPrimitiveList/finalizers"] = list{gone}
		}
	}
}

func (r *source) order(items list, mergeKey string) list {
	order := list{}
	for _, item := range items {
		if o, ok := item.(object); ok {
			if _, directive := o["$patch"]; !directive {
				order = append(order, object{mergeKey: o[mergeKey]})
			}
		} else {
			order = append(order, item)
		}
	}
	if r.maybe(30) {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	return order
}

func decodingCases(r *source, count int) []Case {
	var cases []Case
	for i := 0; i < count; i++ {
		c := Case{Input: r.spoiledMembers(r.deployment())}
		text, err := json.Marshal(c.Input)
		check(err)
		var decoded apps.Deployment
		strict, err := kjson.UnmarshalStrict(text, &decoded)
		for _, complaint := range strict {
			c.Strict = append(c.Strict, complaint.Error())
		}
		if err != nil {
			c.Error = err.Error()
		} else {
			c.Output = decoded
		}
		cases = append(cases, c)
	}
	return cases
}

// spoiled adds unknown members, nulls and values of a wrong type: seldom enough that most objects still decode.
func (r *source) spoiled(value any) any {
	if r.maybe(1) {
		return r.pick(nil, nil, "text", int64(7), 1.5, true, list{}, object{})
	}
	return r.spoiledMembers(value)
}

func (r *source) spoiledMembers(value any) any {
	switch v := value.(type) {
	case object:
		for _, key := range sorted(v) {
			v[key] = r.spoiled(v[key])
		}
		if r.maybe(3) {
			v["unknown"] = r.pick("x", int64(1), object{"a": "b"})
		}
	case list:
		for i, item := range v {
			v[i] = r.spoiled(item)
		}
	}
	return value
}

func quantityCases(r *source, count int) []Case {
	var cases []Case
	for i := 0; i < count; i++ {
		c := Case{Input: r.quantity()}
		q, err := resource.ParseQuantity(c.Input.(string))
		if err != nil {
			c.Error = err.Error()
		} else {
			c.Output = (&q).String()
		}
		cases = append(cases, c)
	}
	return cases
}

func (r *source) quantity() string {
	var text strings.Builder
	if r.maybe(20) {
		text.WriteString(r.pick("-", "+").(string))
	}
	for i := r.Intn(9); i >= 0; i-- {
		text.WriteString(r.pick("0", "0", "1", "2", "5", "10", "24", "000").(string))
	}
	if r.maybe(30) {
		text.WriteString("." + strings.Repeat(r.pick("0", "5", "1", "25").(string), r.Intn(5)))
	}
	text.WriteString(r.pick("", "", "m", "k", "M", "G", "Ki", "Mi", "Gi", "u", "n", "e3", "E2", "e-2", "E", "T", "P", "x", "mm", "i").(string))
	return text.String()
}
