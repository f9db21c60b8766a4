package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	apps "k8s.io/api/apps/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/managedfields"
	"k8s.io/kube-openapi/pkg/validation/spec"
	"sigs.k8s.io/structured-merge-diff/v6/fieldpath"
)

// Step is one write and what the object was like afterwards; a refused write has an error instead.
type Step struct {
	Apply       bool     `json:"apply"`
	Manager     string   `json:"manager"`
	Force       bool     `json:"force,omitempty"`
	Subresource string   `json:"subresource,omitempty"`
	Object      any      `json:"object"`
	Result      any      `json:"result,omitempty"`
	Error       string   `json:"error,omitempty"`
	Causes      []string `json:"causes,omitempty"`
}

var deployments = schema.GroupVersionKind{Group: "apps", Version: "v1", Kind: "Deployment"}

type asIs struct{}

func (asIs) Convert(in, out, context any) error { return nil }
func (asIs) ConvertToVersion(in runtime.Object, _ runtime.GroupVersioner) (runtime.Object, error) {
	return in, nil
}
func (asIs) ConvertFieldLabel(_ schema.GroupVersionKind, label, value string) (string, string, error) {
	return label, value, nil
}
func (asIs) Default(runtime.Object) {}
func (asIs) New(gvk schema.GroupVersionKind) (runtime.Object, error) {
	return empty(), nil
}

func empty() *unstructured.Unstructured {
	content, err := runtime.DefaultUnstructuredConverter.ToUnstructured(&apps.Deployment{})
	check(err)
	u := &unstructured.Unstructured{Object: content}
	u.SetGroupVersionKind(deployments)
	return u
}

func converter(specs string) managedfields.TypeConverter {
	text, err := os.ReadFile(filepath.Join(specs, "apis__apps__v1_openapi.json"))
	check(err)
	var document struct {
		Components struct {
			Schemas map[string]*spec.Schema `json:"schemas"`
		} `json:"components"`
	}
	check(json.Unmarshal(text, &document))
	types, err := managedfields.NewTypeConverter(document.Components.Schemas, false)
	check(err)
	return types
}

func fieldManager(types managedfields.TypeConverter, subresource string) *managedfields.FieldManager {
	reset := fieldpath.NewSet(fieldpath.MakePathOrDie("status"))
	if subresource == "status" {
		reset = fieldpath.NewSet(fieldpath.MakePathOrDie("spec"), fieldpath.MakePathOrDie("metadata", "labels"))
	}
	filters := map[fieldpath.APIVersion]fieldpath.Filter{"apps/v1": fieldpath.NewExcludeSetFilter(reset)}
	manager, err := managedfields.NewDefaultFieldManager(types, asIs{}, asIs{}, asIs{}, deployments,
		deployments.GroupVersion(), subresource, filters)
	check(err)
	return manager
}

func ownershipRuns(r *source, specs string, count int) [][]Step {
	types := converter(specs)
	managers := map[string]*managedfields.FieldManager{"": fieldManager(types, ""), "status": fieldManager(types, "status")}
	var runs [][]Step
	for i := 0; i < count; i++ {
		var run []Step
		live := empty()
		for crowded := i%10 == 0; len(run) < 10 || crowded && len(run) < 20; {
			step := r.step(live)
			if crowded { // more updaters than are kept apart
				step = r.update(live, fmt.Sprintf("u%d", r.Intn(16)))
			}
			perform(managers[step.Subresource], live, &step)
			run = append(run, step)
			if step.Error == "" {
				live = &unstructured.Unstructured{Object: clone(step.Result).(object)}
			}
		}
		runs = append(runs, run)
	}
	return runs
}

func (r *source) step(live *unstructured.Unstructured) Step {
	manager := r.pick("alice", "bob", "carol", "kubectl").(string)
	if r.maybe(40) {
		return r.update(live, manager)
	}
	return Step{Manager: manager, Apply: true, Force: r.maybe(50), Subresource: r.subresource(), Object: r.deployment()}
}

func (r *source) subresource() string {
	return r.pick("", "", "", "", "", "status").(string)
}

func (r *source) update(live *unstructured.Unstructured, manager string) Step {
	next := clone(live.Object).(object)
	meta := next["metadata"].(object)
	delete(meta, "managedFields")
	other := r.deployment()
	for _, key := range sorted(other) {
		if r.maybe(50) {
			next[key] = r.blend(next[key], other[key])
		}
	}
	meta["uid"] = "u"
	if r.maybe(20) {
		meta["annotations"] = object{"kubectl.kubernetes.io/last-applied-configuration": lastApplied(next)}
	}
	return Step{Manager: manager, Subresource: r.subresource(), Object: next}
}

func lastApplied(next object) string {
	applied := clone(next).(object)
	delete(applied, "status")
	text, err := json.Marshal(applied)
	check(err)
	return string(text)
}

// blend takes some members of another object into this one, drops some, and repeats an item now and then.
func (r *source) blend(one, other any) any {
	left, ok := one.(object)
	right, isObject := other.(object)
	if !ok || !isObject {
		if items, isList := other.(list); isList && len(items) > 0 && r.maybe(10) {
			return append(items, clone(items[0]))
		}
		return other
	}
	for _, key := range sorted(right) {
		if r.maybe(60) {
			left[key] = r.blend(left[key], right[key])
		}
	}
	for _, key := range sorted(left) {
		if key != "name" && key != "namespace" && r.maybe(8) {
			delete(left, key)
		}
	}
	return left
}

func perform(manager *managedfields.FieldManager, live *unstructured.Unstructured, step *Step) {
	object := &unstructured.Unstructured{Object: clone(step.Object).(object)}
	var result runtime.Object
	var err error
	if step.Apply {
		result, err = manager.Apply(live.DeepCopy(), object, step.Manager, step.Force)
	} else {
		result, err = manager.Update(live.DeepCopy(), object, step.Manager)
	}
	if err != nil {
		step.Error = err.Error()
		if status, ok := err.(*errors.StatusError); ok && status.ErrStatus.Details != nil {
			step.Causes = causes(status.ErrStatus.Details)
		}
		return
	}
	u := result.(*unstructured.Unstructured)
	if u.GetUID() == "" {
		u.SetUID("u")
	}
	step.Result = u.Object
}

func causes(details *metav1.StatusDetails) []string {
	var out []string
	for _, cause := range details.Causes {
		out = append(out, strings.Join([]string{cause.Message, cause.Field}, ": "))
	}
	return out
}
