package dev.fluxlab.steps;

import dev.fluxlab.world.view.WorldUnreachable;
import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All sentences and what each does. The methods are Cucumber's step definitions, so that {@code features/} and the
 * product run the very same ones (docs/adr/0010).
 */
public final class Glossary {

    private final List<Entry> entries;

    private Glossary(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * A sentence of the glossary.
     *
     * @param keyword Given, When or Then
     */
    public record Entry(String keyword, String pattern, Expression expression, Method method, Object on) {

        Optional<List<Argument<?>>> match(String text) {
            return Optional.ofNullable(expression.match(text, method.getGenericParameterTypes()));
        }
    }

    /** The glossary of the given step objects. */
    public static Glossary of(List<?> steps) {
        ExpressionFactory expressions = new ExpressionFactory(new ParameterTypeRegistry(Locale.ENGLISH));
        List<Entry> entries = new ArrayList<>();
        for (Object on : steps) {
            for (Method method : on.getClass().getMethods()) {
                sentences(method)
                        .forEach(sentence -> entries.add(new Entry(
                                sentence[0], sentence[1], expressions.createExpression(sentence[1]), method, on)));
            }
        }
        entries.sort(Comparator.comparing(Entry::pattern));
        return new Glossary(List.copyOf(entries));
    }

    private static Stream<String[]> sentences(Method method) {
        return Stream.of(
                        Stream.of(method.getAnnotationsByType(Given.class))
                                .map(given -> new String[] {"Given", given.value()}),
                        Stream.of(method.getAnnotationsByType(When.class))
                                .map(when -> new String[] {"When", when.value()}),
                        Stream.of(method.getAnnotationsByType(Then.class))
                                .map(then -> new String[] {"Then", then.value()}))
                .flatMap(sentence -> sentence);
    }

    /** Every sentence, by its text. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether exactly one sentence of the glossary fits the text; says why not otherwise. */
    public Optional<String> faultOf(String text) {
        List<String> fitting = entries.stream()
                .filter(entry -> entry.match(text).isPresent())
                .map(Entry::pattern)
                .toList();
        return switch (fitting.size()) {
            case 0 -> Optional.of(
                    "no sentence of the glossary is \"" + text + "\"; the nearest is \"" + nearest(text) + "\"");
            case 1 -> Optional.empty();
            default -> Optional.of("\"" + text + "\" fits several sentences: " + fitting);
        };
    }

    private String nearest(String text) {
        return entries.stream()
                .map(Entry::pattern)
                .max(Comparator.comparingInt(pattern -> sharedWords(pattern, text)))
                .orElse("");
    }

    private static int sharedWords(String pattern, String text) {
        List<String> words = List.of(text.split(" ", -1));
        return (int) Stream.of(pattern.split(" ", -1)).filter(words::contains).count();
    }

    /** Judges a sentence against the world; never throws for what the sentence finds. */
    public Verdict judge(String text) {
        long start = System.nanoTime();
        Optional<String> fault = faultOf(text);
        if (fault.isPresent()) {
            return verdict(text, Verdict.Status.NOT_JUDGED, fault.get(), start);
        }
        try {
            run(text);
            return verdict(text, Verdict.Status.PASS, "", start);
        } catch (Unmet unmet) {
            return verdict(text, Verdict.Status.FAIL, String.valueOf(unmet.getMessage()), start);
        } catch (NotJudged | WorldUnreachable e) {
            return verdict(text, Verdict.Status.NOT_JUDGED, String.valueOf(e.getMessage()), start);
        }
    }

    private static Verdict verdict(String text, Verdict.Status status, String message, long start) {
        return new Verdict(text, status, message, Duration.ofNanos(System.nanoTime() - start));
    }

    private void run(String text) {
        for (Entry entry : entries) {
            Optional<List<Argument<?>>> arguments = entry.match(text);
            if (arguments.isPresent()) {
                invoke(entry, arguments.get().stream().map(Argument::getValue).toArray());
                return;
            }
        }
    }

    private static void invoke(Entry entry, Object[] arguments) {
        try {
            entry.method().invoke(entry.on(), arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new NotJudged(entry.pattern() + " ended with " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a step must be public: " + entry.method(), e);
        }
    }
}
