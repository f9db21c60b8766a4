package dev.fluxlab.guard;

import dev.fluxlab.document.Json;
import dev.fluxlab.guard.Finding.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an image policy may choose, and how it chooses. */
final class PolicyRule implements Rule {

    private static final Pattern EXTRACT = Pattern.compile("\\$\\{?([A-Za-z0-9_]+)\\}?");
    private static final String PATTERN = "/spec/filterTags/pattern";

    @Override
    public void check(Fleet fleet, Findings findings) {
        fleet.all(Fleet.IMAGE, "ImagePolicy")
                .forEach(policy -> policy.environment().ifPresent(environment -> {
                    language(policy, environment, findings);
                    order(policy, findings);
                }));
    }

    private static String canonical(Environment environment) {
        return "^" + environment.word() + "-v[0-9]+\\.[0-9]+\\.[0-9]+-[a-f0-9]+-(?P<ts>[0-9]+)$";
    }

    private static void language(Manifest policy, Environment environment, Findings findings) {
        String pattern = policy.object().text("spec", "filterTags", "pattern");
        TagLanguage accepted;
        try {
            accepted = pattern.isEmpty() ? unfiltered(policy) : TagLanguage.of(pattern);
        } catch (PatternException e) {
            findings.error(
                    RuleId.POLICY_LANGUAGE,
                    policy.at(PATTERN),
                    new Message(
                            policy + ": the pattern cannot be judged: " + e.getMessage(),
                            "a pattern that nobody can judge may admit any image",
                            "write it like " + canonical(environment)));
            return;
        }
        TagLanguage own = TagLanguage.of("^" + environment.word() + "-");
        Optional<String> stranger = accepted.counterExample(own);
        if (stranger.isPresent()) {
            findings.error(
                    RuleId.POLICY_LANGUAGE,
                    policy.at(PATTERN),
                    outside(policy, environment, accepted, own, stranger.get()));
        } else {
            shape(policy, environment, accepted, findings);
        }
    }

    /** Without a filter a policy by range takes versions, any other policy every tag. */
    private static TagLanguage unfiltered(Manifest policy) {
        boolean byRange = policy.object().at("spec", "policy", "semver").isPresent();
        return byRange ? TagLanguage.of("^v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?$") : TagLanguage.everything();
    }

    private static Message outside(
            Manifest policy, Environment environment, TagLanguage accepted, TagLanguage own, String shortest) {
        String telling = accepted.tellingExample(own)
                .filter(tag -> !tag.equals(shortest))
                .map(tag -> ", and " + tag)
                .orElse("");
        return new Message(
                policy + " admits tags that are not " + environment.word() + "-*: " + shortest + telling,
                "the next image pushed under such a tag goes to " + environment.word()
                        + " without anybody promoting it",
                "anchor the pattern on both sides: " + canonical(environment));
    }

    private static void shape(Manifest policy, Environment environment, TagLanguage accepted, Findings findings) {
        accepted.counterExample(TagLanguage.of(canonical(environment)))
                .ifPresent(tag -> findings.warning(
                        RuleId.POLICY_LANGUAGE,
                        policy.at(PATTERN),
                        new Message(
                                policy + " admits tags that the promotion does not make: " + tag,
                                "such a tag is sorted by whatever the pattern finds in it, and may win for good",
                                "say the whole tag: " + canonical(environment))));
    }

    private static void order(Manifest policy, Findings findings) {
        Json spec = policy.object().obj("spec");
        if (spec.at("policy", "numerical").isEmpty()) {
            findings.warning(
                    RuleId.POLICY_ORDER,
                    policy.at("/spec/policy"),
                    new Message(
                            policy + " does not order tags by number",
                            "by alphabet or version the newest promotion is not always the chosen one",
                            "set spec.policy.numerical.order to asc and extract the timestamp"));
        } else if (spec.text("policy", "numerical", "order").equals("desc")) {
            findings.error(
                    RuleId.POLICY_ORDER,
                    policy.at("/spec/policy/numerical/order"),
                    new Message(
                            policy + " chooses the smallest number, the oldest image",
                            "the loop would roll " + policy.name() + " back to its first release",
                            "set spec.policy.numerical.order to asc"));
        } else {
            extract(policy, spec.text("filterTags", "extract"), findings);
        }
    }

    private static void extract(Manifest policy, String extract, Findings findings) {
        Matcher named = EXTRACT.matcher(extract);
        List<String> groups = groups(policy.object().text("spec", "filterTags", "pattern"));
        boolean known = named.matches()
                && (groups.contains(named.group(1)) || named.group(1).matches("[0-9]+"));
        if (!known) {
            findings.error(
                    RuleId.POLICY_ORDER,
                    policy.at("/spec/filterTags/extract"),
                    new Message(
                            policy + " extracts \"" + extract + "\", which is no group of its pattern "
                                    + (groups.isEmpty() ? "(it has none)" : groups),
                            "nothing is extracted, and no tag can be sorted as a number",
                            "name the group in the pattern, (?P<ts>[0-9]+), and extract $ts"));
        }
    }

    private static List<String> groups(String pattern) {
        try {
            PatternParser parser = new PatternParser(pattern);
            parser.parse();
            return parser.groups();
        } catch (PatternException toldElsewhere) {
            return List.of();
        }
    }
}
