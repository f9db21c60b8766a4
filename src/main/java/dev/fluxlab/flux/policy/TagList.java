package dev.fluxlab.flux.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.fluxlab.document.Arr;
import dev.fluxlab.document.JsonText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Adler32;

/** The tags kept of an image, byte-descending, as a scan stores them. */
public record TagList(List<String> tags) {

    private static final int SHOWN = 10;

    /** What is excluded when nothing is said: signatures that cosign stores beside an image. */
    public static final List<String> DEFAULT_EXCLUSIONS = List.of("^.*\\.sig$");

    public TagList {
        tags = tags.stream().sorted(Comparator.reverseOrder()).toList();
    }

    /**
     * The tags that no exclusion finds.
     *
     * @throws IllegalArgumentException with the scan's message when an exclusion is no pattern
     */
    public static TagList excluding(Collection<String> tags, Collection<String> exclusions) {
        List<Pattern> patterns = exclusions.stream().map(TagList::compile).toList();
        return new TagList(tags.stream()
                .filter(tag -> patterns.stream().noneMatch(pattern -> TagFilter.found(pattern, tag)))
                .toList());
    }

    private static Pattern compile(String exclusion) {
        try {
            return Pattern.compile(exclusion);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("failed to compile regex " + exclusion + ": " + e.getMessage(), e);
        }
    }

    public boolean isEmpty() {
        return tags.isEmpty();
    }

    /** The first ten, which a scan result shows. */
    public List<String> latest() {
        return tags.subList(0, Math.min(SHOWN, tags.size()));
    }

    /** The checksum a scan result carries: Adler-32 of the tags as compact JSON. */
    public String revision() {
        Adler32 checksum = new Adler32();
        checksum.update(JsonText.bytes(Arr.ofTexts(tags)));
        return Long.toString(checksum.getValue());
    }
}
