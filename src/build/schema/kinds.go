package main

import (
	"log"
	"reflect"
	"strings"

	apps "k8s.io/api/apps/v1"
	authentication "k8s.io/api/authentication/v1"
	authorization "k8s.io/api/authorization/v1"
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batch "k8s.io/api/batch/v1"
	coordination "k8s.io/api/coordination/v1"
	core "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	events "k8s.io/api/events/v1"
	networking "k8s.io/api/networking/v1"
	policy "k8s.io/api/policy/v1"
	rbac "k8s.io/api/rbac/v1"
	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// Kind is one kind that fluxlab serves or reads: key is group/version/kind.
type Kind struct {
	key    string
	goType reflect.Type
}

// The kinds of the API server, by group and version. Those with a list are stored, the others are only sent or answered.
var stored = map[string]string{
	"/v1": "Namespace Node Pod Service Endpoints ConfigMap Secret ServiceAccount Event PersistentVolume " +
		"PersistentVolumeClaim ReplicationController ResourceQuota LimitRange PodTemplate",
	"apps/v1":                      "Deployment ReplicaSet StatefulSet DaemonSet ControllerRevision",
	"batch/v1":                     "Job CronJob",
	"autoscaling/v1":               "HorizontalPodAutoscaler",
	"autoscaling/v2":               "HorizontalPodAutoscaler",
	"policy/v1":                    "PodDisruptionBudget",
	"networking.k8s.io/v1":         "Ingress IngressClass NetworkPolicy",
	"discovery.k8s.io/v1":          "EndpointSlice",
	"coordination.k8s.io/v1":       "Lease",
	"events.k8s.io/v1":             "Event",
	"rbac.authorization.k8s.io/v1": "Role RoleBinding ClusterRole ClusterRoleBinding",
	"apiextensions.k8s.io/v1":      "CustomResourceDefinition",
}

var sent = map[string]string{
	"/v1":                      "Binding",
	"autoscaling/v1":           "Scale",
	"policy/v1":                "Eviction",
	"authentication.k8s.io/v1": "TokenRequest TokenReview SelfSubjectReview",
	"authorization.k8s.io/v1": "SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview " +
		"LocalSubjectAccessReview",
}

func servedKinds() []Kind {
	scheme := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{apps.AddToScheme, authentication.AddToScheme,
		authorization.AddToScheme, autoscalingv1.AddToScheme, autoscalingv2.AddToScheme, batch.AddToScheme,
		coordination.AddToScheme, core.AddToScheme, discovery.AddToScheme, events.AddToScheme, networking.AddToScheme,
		policy.AddToScheme, rbac.AddToScheme, apiextensions.AddToScheme} {
		check(add(scheme))
	}
	var kinds []Kind
	for version, names := range stored {
		for _, name := range strings.Fields(names) {
			kinds = append(kinds, kindOf(scheme, version, name), kindOf(scheme, version, name+"List"))
		}
	}
	for version, names := range sent {
		for _, name := range strings.Fields(names) {
			kinds = append(kinds, kindOf(scheme, version, name))
		}
	}
	return append(kinds, metaKinds()...)
}

func kindOf(scheme *runtime.Scheme, version, name string) Kind {
	group, v, _ := strings.Cut(version, "/")
	object, err := scheme.New(schema.GroupVersionKind{Group: group, Version: v, Kind: name})
	if err != nil {
		log.Fatalf("%s %s: %v", version, name, err)
	}
	return Kind{version + "/" + name, reflect.TypeOf(object).Elem()}
}

func metaKinds() []Kind {
	var kinds []Kind
	for _, value := range []any{meta.Status{}, meta.DeleteOptions{}, meta.WatchEvent{}, meta.APIResourceList{},
		meta.APIGroup{}, meta.APIGroupList{}, meta.APIVersions{}, meta.ObjectMeta{}, meta.ListMeta{}} {
		goType := reflect.TypeOf(value)
		kinds = append(kinds, Kind{"meta.k8s.io/v1/" + goType.Name(), goType})
	}
	return kinds
}
