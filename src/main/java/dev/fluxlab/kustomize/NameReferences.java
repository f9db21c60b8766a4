package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes fields that name another object follow its change of name. */
final class NameReferences implements Change {

    @Override
    public void apply(ResourceSet resources) {
        for (Resource referrer : resources.all()) {
            List<Resource> candidates = candidates(referrer, resources);
            NameReference.ALL.stream()
                    .filter(reference -> referrer.originalId()
                            .gvk()
                            .isSelectedBy(reference.field().gvk()))
                    .forEach(reference -> new Follower(referrer, reference, candidates).follow());
        }
    }

    private static List<Resource> candidates(Resource referrer, ResourceSet resources) {
        ResourceId id = referrer.id();
        if (id.isClusterScoped()) {
            return resources.all();
        }
        Set<String> bound = accountNamespaces(referrer);
        return resources.all().stream()
                .filter(other -> other.id().isClusterScoped()
                        || other.id().isInNamespaceOf(id)
                        || bound.contains(other.namespace()))
                .toList();
    }

    private static Set<String> accountNamespaces(Resource referrer) {
        if (!referrer.gvk().kind().equals("RoleBinding")) {
            return Set.of();
        }
        return referrer.body().items("subjects").stream()
                .filter(subject -> subject.text("kind").equals("ServiceAccount"))
                .map(subject -> subject.text("namespace"))
                .collect(Collectors.toSet());
    }

    /** One field of one object. */
    private record Follower(Resource referrer, NameReference reference, List<Resource> candidates) {

        void follow() {
            FieldSpec anyKind = new FieldSpec(Gvk.ANY, reference.field().path(), false);
            try {
                referrer.become(anyKind.change(referrer, Optional.empty(), this::followed));
            } catch (KustomizeException e) {
                throw e.within("updating name reference in '"
                        + reference.field().path() + "' field of '" + referrer.id() + "'");
            }
        }

        private Json followed(Json value) {
            if (value.isNull()) {
                return value;
            }
            if (value instanceof Arr arr) {
                return new Arr(arr.items().stream().map(this::followed).toList());
            }
            return value instanceof Obj obj ? object(obj) : text(value);
        }

        private Json text(Json value) {
            return select(Scalars.text(value), candidates, List.of(Resource::name))
                    .<Json>map(found -> new Str(found.name()))
                    .orElse(value);
        }

        private Json object(Obj obj) {
            if (!obj.has("name")) {
                throw new KustomizeException("path config error; no 'name' field in node");
            }
            Optional<Resource> found =
                    select(Scalars.text(obj, "name"), inNamespaceOf(obj), List.of(Resource::name, Resource::namespace));
            if (found.isEmpty()) {
                return obj;
            }
            Obj named = obj.with("name", found.get().name());
            String namespace = found.get().namespace();
            return namespace.isEmpty() ? named : named.with("namespace", namespace);
        }

        private List<Resource> inNamespaceOf(Obj obj) {
            if (!obj.has("namespace")) {
                return candidates;
            }
            String namespace = Scalars.text(obj, "namespace");
            List<Resource> original = candidates.stream()
                    .filter(each -> each.originalId().effectiveNamespace().equals(namespace))
                    .toList();
            return original.isEmpty()
                    ? candidates.stream()
                            .filter(each -> each.id().effectiveNamespace().equals(namespace))
                            .toList()
                    : original;
        }

        private Optional<Resource> select(
                String name, List<Resource> among, List<java.util.function.Function<Resource, String>> parts) {
            List<Resource> found = among.stream()
                    .filter(each ->
                            each.previousIds().stream().anyMatch(id -> id.name().equals(name)))
                    .filter(had(reference.target()))
                    .filter(roleReferred())
                    .filter(this::isNear)
                    .toList();
            if (found.size() > 1) {
                found = found.stream().filter(each -> sharesAffixes(each, true)).toList();
            }
            if (found.size() > 1) {
                found = found.stream()
                        .filter(each -> sharesAffixes(each, false))
                        .toList();
            }
            if (found.size() > 1 && !areAlike(found, parts)) {
                throw new KustomizeException("found multiple possible referrals: "
                        + found.stream().map(each -> each.id().toString()).collect(Collectors.joining(", ")) + "\n"
                        + details(found));
            }
            return found.stream().findFirst();
        }

        private static boolean areAlike(
                List<Resource> found, List<java.util.function.Function<Resource, String>> parts) {
            return parts.stream()
                    .allMatch(part -> found.stream().map(part).distinct().count() == 1);
        }

        private static Predicate<Resource> had(Gvk selector) {
            return each -> each.previousIds().stream().anyMatch(id -> id.gvk().isSelectedBy(selector));
        }

        /** A binding says the kind of its role, which tells a Role from a ClusterRole of the same name. */
        private Predicate<Resource> roleReferred() {
            Obj role = referrer.body().obj("roleRef");
            if (!reference.field().path().endsWith("roleRef/name") || !role.has("apiGroup") || !role.has("kind")) {
                return each -> true;
            }
            return had(new Gvk(role.text("apiGroup"), "", role.text("kind")));
        }

        private boolean isNear(Resource other) {
            return referrer.id().isClusterScoped()
                    || other.id().isClusterScoped()
                    || other.gvk().kind().equals("ServiceAccount")
                    || referrer.id().isInNamespaceOf(other.id());
        }

        private boolean sharesAffixes(Resource other, boolean noneFits) {
            return shares(referrer.prefixes(), other.prefixes(), noneFits)
                    && shares(referrer.suffixes(), other.suffixes(), noneFits);
        }

        /** Whether the shorter list ends the longer one: what was put on last was put on by a common parent. */
        private static boolean shares(List<String> one, List<String> other, boolean noneFits) {
            if (one.isEmpty() || other.isEmpty()) {
                return noneFits || one.isEmpty() && other.isEmpty();
            }
            int length = Math.min(one.size(), other.size());
            return one.subList(one.size() - length, one.size())
                    .equals(other.subList(other.size() - length, other.size()));
        }

        private String details(List<Resource> found) {
            StringBuilder text = new StringBuilder("\n**** Too many possible referral targets to referrer:\n");
            text.append(YamlText.printSorted(referrer.body())).append('\n');
            for (int i = 0; i < found.size(); i++) {
                text.append("--- possible referral ").append(i).append(":\n");
                text.append(YamlText.printSorted(found.get(i).body())).append('\n');
            }
            return text.toString();
        }
    }
}
