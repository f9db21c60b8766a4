package dev.fluxlab.kube.type;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders API versions as Kubernetes prefers them: v2 before v1, any of these before v2beta1, before v1alpha3. */
record VersionOrder(String name) implements Comparable<VersionOrder> {

    private static final Pattern FORM = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

    private static final Comparator<VersionOrder> ORDER = Comparator.comparing(VersionOrder::stability)
            .thenComparing(version -> version.number(1))
            .thenComparing(version -> version.number(3))
            .reversed()
            .thenComparing(VersionOrder::name);

    @Override
    public int compareTo(VersionOrder other) {
        return ORDER.compare(this, other);
    }

    private int stability() {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return 0;
        }
        return matcher.group(2) == null ? 3 : matcher.group(2).equals("beta") ? 2 : 1;
    }

    private long number(int group) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches() && matcher.group(group) != null ? Long.parseLong(matcher.group(group)) : 0;
    }
}
