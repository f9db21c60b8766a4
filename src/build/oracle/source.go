package main

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
)

type object = map[string]any
type list = []any

// source makes random parts of Deployments, from small pools so that writers meet at the same fields.
type source struct{ *rand.Rand }

func (r *source) maybe(percent int) bool { return r.Intn(100) < percent }

func (r *source) pick(values ...any) any { return values[r.Intn(len(values))] }

func (r *source) some(o object, percent int, key string, make func() any) {
	if r.maybe(percent) {
		o[key] = make()
	}
}

func (r *source) texts(keys ...string) object {
	o := object{}
	for _, key := range keys {
		r.some(o, 50, key, func() any { return r.pick("1", "2", "3") })
	}
	return o
}

// several makes a list of distinct items in random order.
func (r *source) several(most int, item func(int) any) list {
	items := list{}
	for _, i := range r.Perm(most)[:r.Intn(most+1)] {
		items = append(items, item(i))
	}
	return items
}

func (r *source) name(i int) string { return string(rune('a' + i)) }

func (r *source) deployment() object {
	o := object{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": r.meta(), "spec": r.spec()}
	r.some(o, 30, "status", r.status)
	return o
}

func (r *source) meta() any {
	m := object{"name": "web", "namespace": "rec"}
	r.some(m, 50, "labels", func() any { return r.texts("x", "y", "z") })
	r.some(m, 30, "annotations", func() any { return r.texts("p", "q") })
	r.some(m, 30, "finalizers", func() any {
		return r.several(3, func(i int) any { return "f.example.com/" + r.name(i) })
	})
	r.some(m, 20, "ownerReferences", func() any {
		return r.several(2, func(i int) any {
			return object{"apiVersion": "v1", "kind": "ConfigMap", "name": r.name(i), "uid": "u" + r.name(i)}
		})
	})
	return m
}

func (r *source) spec() any {
	s := object{}
	r.some(s, 70, "replicas", func() any { return int64(r.Intn(3)) })
	r.some(s, 40, "selector", func() any { return object{"matchLabels": r.texts("x", "y")} })
	r.some(s, 30, "strategy", func() any {
		return r.pick(object{"type": "Recreate"}, object{"type": "RollingUpdate"},
			object{"rollingUpdate": object{"maxSurge": r.pick(int64(1), "25%")}})
	})
	r.some(s, 90, "template", func() any { return object{"metadata": r.podMeta(), "spec": r.pod()} })
	return s
}

func (r *source) podMeta() any {
	m := object{}
	r.some(m, 60, "labels", func() any { return r.texts("x", "y") })
	return m
}

func (r *source) pod() any {
	p := object{}
	r.some(p, 90, "containers", func() any { return r.several(3, r.container) })
	r.some(p, 20, "initContainers", func() any { return r.several(2, r.container) })
	r.some(p, 40, "volumes", func() any { return r.several(2, r.volume) })
	r.some(p, 30, "tolerations", func() any {
		return r.several(2, func(i int) any { return object{"key": r.name(i), "operator": "Exists"} })
	})
	r.some(p, 30, "hostAliases", func() any {
		return r.several(2, func(i int) any { return object{"ip": fmt.Sprintf("10.0.0.%d", i), "hostnames": list{r.pick("h", "g")}} })
	})
	r.some(p, 30, "topologySpreadConstraints", func() any {
		return r.several(2, func(i int) any {
			return object{"topologyKey": r.name(i), "whenUnsatisfiable": r.pick("DoNotSchedule", "ScheduleAnyway"),
				"maxSkew": int64(1 + r.Intn(2))}
		})
	})
	r.some(p, 30, "nodeSelector", func() any { return r.texts("n", "m") })
	r.some(p, 30, "securityContext", func() any {
		return r.pick(object{}, object{"runAsUser": int64(r.Intn(2))}, object{"supplementalGroups": list{int64(1), int64(2)}})
	})
	return p
}

func (r *source) container(i int) any {
	c := object{"name": r.name(i)}
	r.some(c, 60, "image", func() any { return r.pick("x:1", "x:2") })
	r.some(c, 30, "args", func() any { return r.several(2, func(i int) any { return r.name(i) }) })
	r.some(c, 40, "env", func() any {
		return r.several(3, func(i int) any { return object{"name": r.name(i), "value": r.pick("1", "2")} })
	})
	r.some(c, 40, "ports", func() any { return r.several(3, r.port) })
	r.some(c, 30, "resources", func() any {
		return r.pick(object{}, object{"limits": object{"cpu": r.pick("1", "500m")}}, object{"requests": object{"memory": "1Gi"}})
	})
	r.some(c, 30, "volumeMounts", func() any {
		return r.several(2, func(i int) any { return object{"mountPath": "/" + r.name(i), "name": r.pick("a", "b")} })
	})
	r.some(c, 20, "securityContext", func() any {
		return object{"capabilities": object{"add": r.several(2, func(i int) any { return r.name(i) })}}
	})
	return c
}

func (r *source) port(i int) any {
	p := object{"containerPort": int64(80 + i%2)}
	r.some(p, 50, "protocol", func() any { return r.pick("TCP", "UDP") })
	r.some(p, 30, "name", func() any { return r.pick("http", "web") })
	return p
}

func (r *source) volume(i int) any {
	v := object{"name": r.name(i)}
	switch r.Intn(3) {
	case 0:
		v["emptyDir"] = r.pick(object{}, object{"medium": "Memory"})
	case 1:
		v["configMap"] = object{"name": r.pick("one", "two")}
	}
	return v
}

func (r *source) status() any {
	s := object{"observedGeneration": int64(r.Intn(3))}
	r.some(s, 60, "conditions", func() any {
		return r.several(2, func(i int) any {
			return object{"type": r.pick("Available", "Progressing"), "status": r.pick("True", "False")}
		})
	})
	return s
}

func sorted(o object) []string {
	return slices.Sorted(maps.Keys(o))
}

func clone(value any) any {
	switch v := value.(type) {
	case object:
		out := object{}
		for key, member := range v {
			out[key] = clone(member)
		}
		return out
	case list:
		out := list{}
		for _, item := range v {
			out = append(out, clone(item))
		}
		return out
	}
	return value
}
