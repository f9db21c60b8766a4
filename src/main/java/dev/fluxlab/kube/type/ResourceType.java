package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One version of one kind that the server serves, built in or from a custom resource definition. */
public final class ResourceType {

    private static final List<String> ALL_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    private final GroupVersionKind kind;
    private final ResourceNames names;
    private final boolean namespaced;
    private final boolean builtIn;
    private final List<String> verbs;
    private final List<Subresource> subresources;
    private final StoredForm stored;
    private final Optional<Scaling> scaling;
    private final Optional<String> deprecation;
    private final Rules rules;
    private final Supplier<Schema> schema;
    private final Supplier<Schema> described;
    private final Decoding decoding;

    private ResourceType(Builder builder) {
        this.kind = builder.kind;
        this.names = new ResourceNames(
                builder.plural,
                builder.singular,
                kind.kind(),
                builder.listKind,
                builder.shortNames,
                builder.categories);
        this.namespaced = builder.namespaced;
        this.builtIn = builder.builtIn;
        this.verbs = List.copyOf(builder.verbs);
        this.subresources = List.copyOf(builder.subresources.values());
        this.scaling = builder.scaling;
        this.deprecation = builder.deprecation;
        this.rules = builder.rules;
        this.schema = builder.schema;
        this.described = builder.described;
        this.decoding = builder.decoding;
        this.stored = builder.stored.orElseGet(() -> StoredForm.same(kind, groupResource()));
    }

    static Builder of(String apiVersion, String kind) {
        return new Builder(GroupVersionKind.of(apiVersion, kind));
    }

    public GroupVersionKind kind() {
        return kind;
    }

    public String group() {
        return kind.group();
    }

    public String version() {
        return kind.version();
    }

    /** {@code apps/v1}, or {@code v1} for the core group. */
    public String apiVersion() {
        return kind.apiVersion();
    }

    public String plural() {
        return names.plural();
    }

    public String singular() {
        return names.singular();
    }

    public String listKind() {
        return names.listKind();
    }

    public List<String> shortNames() {
        return names.shortNames();
    }

    public List<String> categories() {
        return names.categories();
    }

    public boolean namespaced() {
        return namespaced;
    }

    public List<String> verbs() {
        return verbs;
    }

    public boolean allows(String verb) {
        return verbs.contains(verb);
    }

    /** Whether objects of this kind are kept; a review, say, is only answered. */
    public boolean isStored() {
        return verbs.contains("get");
    }

    public List<Subresource> subresources() {
        return subresources;
    }

    public Optional<Subresource> subresource(String name) {
        return subresources.stream().filter(sub -> sub.name().equals(name)).findFirst();
    }

    /** How the scale subresource works, for kinds that have one. */
    public Optional<Scaling> scaling() {
        return scaling;
    }

    /** What every answer warns of, when the kind is on its way out. */
    public Optional<String> deprecation() {
        return deprecation;
    }

    public GroupResource groupResource() {
        return new GroupResource(group(), plural());
    }

    public GroupVersionResource resource() {
        return new GroupVersionResource(group(), version(), plural());
    }

    public Rules rules() {
        return rules;
    }

    /** The columns of this kind's tables, described by its schema. */
    public List<Column> columns() {
        return rules.table().columns(described.get());
    }

    public Schema schema() {
        return schema.get();
    }

    /**
     * An object in the form in which it is kept and compared, defaults filled in, with a complaint for each member that
     * the kind does not know. Doing it twice changes nothing.
     *
     * @throws WrongTypeException when a built-in kind cannot hold a value
     */
    public Normaliser.Normal decode(Obj object) {
        Normaliser.Normal normal = decoding.decode(schema(), object);
        return new Normaliser.Normal(rules.defaulted(normal.object()), normal.complaints());
    }

    /** The collection that objects of this kind are kept in: versions and twins (both kinds of Event) share one. */
    public GroupResource storedIn() {
        return stored.resource();
    }

    /** An object of this version in the form that is kept. */
    public Obj toStored(Obj object) {
        return stored.toStored().apply(object);
    }

    /** A kept object in this version. */
    public Obj fromStored(Obj object) {
        return stored.fromStored().apply(object).with("apiVersion", kind.apiVersion());
    }

    /** Whether the server knows this kind without a custom resource definition. */
    public boolean isBuiltIn() {
        return builtIn;
    }

    /** What discovery uses to tell whether the kept form changed; empty for kinds that are not kept. */
    public Optional<String> storageVersionHash() {
        return isStored() ? Optional.of(hash(stored.kind())) : Optional.empty();
    }

    @Override
    public String toString() {
        return groupResource() + "/" + version();
    }

    private static String hash(GroupVersionKind kind) {
        String named = kind.group() + "/" + kind.version() + "/" + kind.kind();
        byte[] digest = Digests.sha256(named.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, 8));
    }

    /** How an object of the kind is brought into form, before defaults. */
    @FunctionalInterface
    interface Decoding {
        Normaliser.Normal decode(Schema schema, Obj object);
    }

    /** The kept form of objects that several types share. */
    record StoredForm(
            GroupVersionKind kind, GroupResource resource, UnaryOperator<Obj> toStored, UnaryOperator<Obj> fromStored) {

        static StoredForm same(GroupVersionKind kind, GroupResource resource) {
            return new StoredForm(kind, resource, object -> object, object -> object);
        }
    }

    /** Declares a type: by default namespaced, with every verb and no rules of its own. */
    static final class Builder {

        private final GroupVersionKind kind;
        private String plural;
        private String singular;
        private String listKind;
        private List<String> shortNames = List.of();
        private List<String> categories = List.of();
        private boolean namespaced = true;
        private boolean builtIn = true;
        private List<String> verbs = ALL_VERBS;
        private final TreeMap<String, Subresource> subresources = new TreeMap<>();
        private Optional<Scaling> scaling = Optional.empty();
        private Optional<String> deprecation = Optional.empty();
        private Optional<StoredForm> stored = Optional.empty();
        private Rules rules = Rules.builder().build();
        private Supplier<Schema> schema = () -> Schema.ANY;
        private Supplier<Schema> described = () -> Schema.ANY;
        private Decoding decoding = (schema, object) -> new Normaliser(schema).normalise(object);

        private Builder(GroupVersionKind kind) {
            this.kind = kind;
            this.singular = kind.kind().toLowerCase(Locale.ROOT);
            this.plural = singular + "s";
            this.listKind = kind.kind() + "List";
        }

        Builder plural(String name) {
            this.plural = name;
            return this;
        }

        Builder singular(String name) {
            this.singular = name;
            return this;
        }

        Builder listKind(String name) {
            this.listKind = name;
            return this;
        }

        Builder shortNames(String... names) {
            this.shortNames = List.of(names);
            return this;
        }

        Builder categories(String... names) {
            this.categories = List.of(names);
            return this;
        }

        Builder clusterScoped() {
            this.namespaced = false;
            return this;
        }

        Builder custom() {
            this.builtIn = false;
            return this;
        }

        Builder verbs(String... some) {
            this.verbs = List.of(some);
            return this;
        }

        /** Adds a path below the objects; discovery lists them ordered by name. */
        Builder with(Subresource sub) {
            subresources.put(sub.name(), sub);
            return this;
        }

        Builder status() {
            return with(new Subresource("status", kind, List.of("get", "patch", "update"), true));
        }

        Builder scale(Scaling how) {
            this.scaling = Optional.of(how);
            return with(new Subresource(
                    "scale", GroupVersionKind.of("autoscaling/v1", "Scale"), List.of("get", "patch", "update"), true));
        }

        /** A path of the kind's own group version that needs what is not there, such as a kubelet. */
        Builder unserved(String name, String ofKind, String... verbs) {
            GroupVersionKind of = new GroupVersionKind(kind.group(), kind.version(), ofKind);
            return with(new Subresource(name, of, List.of(verbs), false));
        }

        Builder deprecated(String warning) {
            this.deprecation = Optional.of(warning);
            return this;
        }

        Builder stored(StoredForm form) {
            this.stored = Optional.of(form);
            return this;
        }

        Builder rules(Rules.Builder builder) {
            this.rules = builder.build();
            return this;
        }

        /** Takes the generated schema of the kind; tables are described by that of the kept form. */
        Builder schemas(BuiltInSchemas schemas) {
            GroupVersionKind kept = stored.map(StoredForm::kind).orElse(kind);
            this.schema = () -> find(schemas, kind);
            this.described = () -> find(schemas, kept);
            return this;
        }

        private static Schema find(BuiltInSchemas schemas, GroupVersionKind kind) {
            return schemas.find(kind.group(), kind.version(), kind.kind())
                    .orElseThrow(() -> new IllegalStateException("no schema is generated for " + kind));
        }

        Builder schema(Schema known) {
            this.schema = () -> known;
            this.described = () -> known;
            return this;
        }

        Builder decoding(Decoding how) {
            this.decoding = how;
            return this;
        }

        ResourceType build() {
            return new ResourceType(this);
        }
    }
}
