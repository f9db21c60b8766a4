package dev.fluxlab.kube.serve;

import static dev.fluxlab.kube.serve.StatusBuilder.failure;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.ConflictException;
import dev.fluxlab.kube.auth.Access;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.type.GroupResource;
import dev.fluxlab.kube.type.ResourceType;
import dev.fluxlab.kube.type.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Every failure that the API answers, with the code, reason and words of the real server. */
final class Refusals {

    private static final String BUILT_IN_MEDIA =
            "application/json, application/yaml, application/vnd.kubernetes.protobuf";
    static final String META = "meta.k8s.io";

    private Refusals() {}

    static ApiException badRequest(String message) {
        return failure(400, "BadRequest", message).exception();
    }

    static ApiException unauthorized() {
        return failure(401, "Unauthorized", "Unauthorized").exception();
    }

    static ApiException forbidden(GroupResource resource, String name, String why) {
        return failure(403, "Forbidden", named(resource, name) + " is forbidden: " + why)
                .about(name, resource.group(), resource.resource())
                .exception();
    }

    static ApiException denied(Caller caller, Access access, String reason) {
        String suffix = reason.isEmpty() ? "" : ": " + reason;
        if (!access.isResource()) {
            String path = escaped(access.path());
            String message = "forbidden: User \"" + escaped(caller.name()) + "\" cannot " + access.verb() + " path \""
                    + path + "\"" + suffix;
            return failure(403, "Forbidden", message).bare().exception();
        }
        String where = access.namespace().isEmpty()
                ? "at the cluster scope"
                : "in the namespace \"" + access.namespace() + "\"";
        String why = "User \"" + escaped(caller.name()) + "\" cannot " + access.verb() + " resource \""
                + access.resource() + "\" in API group \"" + access.group() + "\" " + where + suffix;
        int slash = access.resource().indexOf('/');
        String resource = slash < 0 ? access.resource() : access.resource().substring(0, slash);
        return forbidden(new GroupResource(access.group(), resource), access.name(), why);
    }

    /** The names come from the request and may end up in a browser. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static ApiException notFound(GroupResource resource, String name) {
        return failure(404, "NotFound", named(resource, name) + " not found")
                .about(name, resource.group(), resource.resource())
                .exception();
    }

    /** A resource, version or subresource that is not served. */
    static ApiException noSuchResource() {
        return failure(404, "NotFound", "the server could not find the requested resource")
                .bare()
                .exception();
    }

    static ApiException methodNotAllowed() {
        return failure(405, "MethodNotAllowed", "the server does not allow this method on the requested resource")
                .bare()
                .exception();
    }

    static ApiException notAcceptable() {
        return failure(406, "NotAcceptable", "406: Not Acceptable\n\nAvailable representations: " + BUILT_IN_MEDIA)
                .bare()
                .exception();
    }

    static ApiException unknownBody() {
        String message =
                "the body of the request was in an unknown format - accepted media types include: " + BUILT_IN_MEDIA;
        return failure(415, "UnsupportedMediaType", message).exception();
    }

    static ApiException unknownPatch(ResourceType type) {
        if (type.isBuiltIn()) {
            return failure(415, "UnsupportedMediaType", "415: Unsupported Media Type")
                    .bare()
                    .exception();
        }
        String message = "the body of the request was in an unknown format - accepted media types include: "
                + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml";
        return failure(415, "UnsupportedMediaType", message).exception();
    }

    static ApiException alreadyExists(GroupResource resource, String name) {
        return failure(409, "AlreadyExists", named(resource, name) + " already exists")
                .about(name, resource.group(), resource.resource())
                .exception();
    }

    static ApiException beingDeleted(GroupResource resource, String name) {
        return failure(409, "AlreadyExists", "object is being deleted: " + named(resource, name) + " already exists")
                .about(name, resource.group(), resource.resource())
                .exception();
    }

    static ApiException noUniqueName(GroupResource resource, String name) {
        String message = named(resource, name)
                + " already exists, the server was not able to generate a unique name for the object";
        return failure(409, "AlreadyExists", message)
                .about(name, resource.group(), resource.resource())
                .retryAfter(1)
                .exception();
    }

    static ApiException conflict(GroupResource resource, String name, String why) {
        return failure(409, "Conflict", "Operation cannot be fulfilled on " + named(resource, name) + ": " + why)
                .about(name, resource.group(), resource.resource())
                .exception();
    }

    static ApiException modified(GroupResource resource, String name) {
        return conflict(
                resource,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    static ApiException conflicts(ConflictException conflicts) {
        StatusBuilder status = failure(409, "Conflict", String.valueOf(conflicts.getMessage()));
        conflicts.conflicts().forEach(each -> status.cause("FieldManagerConflict", each.message(), each.field()));
        return status.exception();
    }

    static ApiException invalid(String group, String kind, String name, List<Violation> violations) {
        List<String> texts =
                violations.stream().map(Violation::toString).distinct().toList();
        String listed = texts.size() == 1 ? texts.get(0) : texts.stream().collect(Collectors.joining(", ", "[", "]"));
        String qualified = group.isEmpty() ? kind : kind + "." + group;
        return failure(422, "Invalid", qualified + " \"" + name + "\" is invalid: " + listed)
                .about(name, group, kind)
                .causes(violations)
                .exception();
    }

    /** Options that cannot be; the kind is such as CreateOptions. */
    static ApiException invalidOptions(String kind, Violation violation) {
        return invalid(META, kind, "", List.of(violation));
    }

    static ApiException rejectedPatch() {
        return failure(422, "Invalid", "the server rejected our request due to an error in our request")
                .bare()
                .exception();
    }

    static ApiException tooLarge(long limit) {
        return failure(413, "RequestEntityTooLarge", "Request entity too large: limit is " + limit)
                .exception();
    }

    static ApiException tooManyOperations(int allowed, int found) {
        String message = "Request entity too large: The allowed maximum operations in a JSON patch is " + allowed
                + ", got " + found;
        return failure(413, "RequestEntityTooLarge", message).exception();
    }

    static ApiException expired(String message) {
        return failure(410, "Expired", message).exception();
    }

    /** The rest of a list whose revision is forgotten, with a token that goes on from the latest. */
    static ApiException expiredContinue(String token) {
        String message = "The provided continue parameter is too old to display a consistent list result. You can start"
                + " a new list without the continue parameter, or use the continue token in this response to retrieve the"
                + " remainder of the results. Continuing with the provided token results in an inconsistent list -"
                + " objects that were created, modified, or deleted between the time the first chunk was returned and now"
                + " may show up in the list.";
        return failure(410, "Expired", message).exception(Obj.of("continue", token));
    }

    static ApiException futureRevision(long wanted, long current) {
        String message = "Timeout: Too large resource version: " + wanted + ", current: " + current;
        return failure(504, "Timeout", message)
                .cause("ResourceVersionTooLarge", "Too large resource version", "")
                .retryAfter(1)
                .exception();
    }

    /** A plain Go error that reached the handler: no reason. */
    static ApiException plainError(String message) {
        return failure(500, "", message).exception();
    }

    static ApiException internal(String message) {
        String text = "Internal error occurred: " + message;
        return failure(500, "InternalError", text).cause("", message, "").exception();
    }

    static ApiException notImplemented(String what) {
        return failure(501, "NotImplemented", what).exception();
    }

    static ApiException tooManyRequests(String message, String causeReason, String cause) {
        return failure(429, "TooManyRequests", message)
                .cause(causeReason, cause, "")
                .exception();
    }

    static ApiException namespaceTerminating(GroupResource resource, String name, String namespace) {
        String message = named(resource, name) + " is forbidden: unable to create new content in namespace " + namespace
                + " because it is being terminated";
        return failure(403, "Forbidden", message)
                .about(name, resource.group(), resource.resource())
                .cause("NamespaceTerminating", "namespace " + namespace + " is being terminated", "metadata.namespace")
                .exception();
    }

    private static String named(GroupResource resource, String name) {
        return name.isEmpty() ? resource.toString() : resource + " \"" + name + "\"";
    }
}
