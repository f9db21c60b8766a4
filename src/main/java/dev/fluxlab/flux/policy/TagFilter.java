package dev.fluxlab.flux.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the tags a pattern finds, each under what is extracted from it. */
final class TagFilter {

    private final GoPattern pattern;
    private final String extract;

    private TagFilter(GoPattern pattern, String extract) {
        this.pattern = pattern;
        this.extract = extract;
    }

    static TagFilter compile(String pattern, String extract) {
        try {
            return new TagFilter(GoPattern.compile(pattern), extract);
        } catch (PatternSyntaxException e) {
            throw ElectionException.invalidPattern(pattern, String.valueOf(e.getMessage()));
        }
    }

    /** The kept tags by extract; of tags with one extract the last owns it. Order: of each extract's first tag. */
    Map<String, String> keep(List<String> tags) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String tag : tags) {
            Matcher matcher = pattern.matcher(tag);
            if (matcher.find()) {
                kept.put(extract.isEmpty() ? tag : pattern.expand(extract, matcher), tag);
            }
        }
        return kept;
    }

    /** True when a bare pattern is found in the text; used for exclusion lists. */
    static boolean found(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }
}
