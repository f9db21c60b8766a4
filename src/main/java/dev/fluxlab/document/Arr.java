package dev.fluxlab.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A JSON array. */
public record Arr(List<Json> items) implements Json {

    public static final Arr EMPTY = new Arr(List.of());

    public Arr {
        items = List.copyOf(items);
    }

    public static Arr of(Json... items) {
        return new Arr(List.of(items));
    }

    public static Arr ofTexts(Collection<String> texts) {
        return new Arr(texts.stream().<Json>map(Str::new).toList());
    }

    public Arr plus(Json item) {
        List<Json> copy = new ArrayList<>(items);
        copy.add(item);
        return new Arr(copy);
    }

    public int size() {
        return items.size();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public List<Object> toJava() {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> JavaTrees.add(list, item));
        return list;
    }

    @Override
    public String typeName() {
        return "array";
    }

    @Override
    public String toString() {
        return JsonText.print(this);
    }
}
