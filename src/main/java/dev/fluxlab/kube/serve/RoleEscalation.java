package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.auth.Access;
import dev.fluxlab.kube.auth.Rbac;
import java.util.Optional;

/** Nobody hands out more than they hold, unless they may escalate or bind. */
final class RoleEscalation implements Admission {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final Rbac rbac;

    RoleEscalation(Rbac rbac) {
        this.rbac = rbac;
    }

    @Override
    public Obj admit(Write write, Obj object, Obj live) {
        if (!write.type().group().equals(GROUP) || write.caller().isMaster()) {
            return object;
        }
        boolean binding = object.at("roleRef").isPresent();
        Optional<Obj> role = binding ? rbac.referredRole(object, write.namespace()) : Optional.of(object);
        if (mayDoSo(write, object, binding ? "bind" : "escalate")) {
            return object;
        }
        if (role.isEmpty()) {
            throw Refusals.notFound(
                    new dev.fluxlab.kube.type.GroupResource(GROUP, resourceOf(object)), object.text("roleRef", "name"));
        }
        rbac.escalation(write.caller(), role.get(), write.namespace()).ifPresent(why -> {
            throw Refusals.forbidden(write.resource(), Meta.name(object), why);
        });
        return object;
    }

    private boolean mayDoSo(Write write, Obj object, String verb) {
        String resource =
                verb.equals("bind") ? resourceOf(object) : write.type().plural();
        String name = verb.equals("bind") ? object.text("roleRef", "name") : Meta.name(object);
        Access access = Access.toResource(verb, GROUP, resource, write.namespace(), name);
        return rbac.decide(write.caller(), access).allowed();
    }

    private static String resourceOf(Obj binding) {
        return binding.text("roleRef", "kind").equals("ClusterRole") ? "clusterroles" : "roles";
    }
}
