package dev.fluxlab.flux.template;

import java.util.List;

/** A parsed template. */
public final class Template {

    private final String name;
    private final String text;
    private final List<Node> nodes;

    private Template(String name, String text, List<Node> nodes) {
        this.name = name;
        this.text = text;
        this.nodes = nodes;
    }

    /**
     * Reads a template; the name is the one that messages give.
     *
     * @throws TemplateException when it is no template, with the line
     */
    public static Template parse(String name, String text) {
        return new Template(name, text, new Parser(name, text, Functions.ALL::containsKey).parse());
    }

    /**
     * What the template makes of a value.
     *
     * @throws TemplateException when a step fails, with its place
     */
    public String execute(Object data) {
        if (nodes.isEmpty()) {
            return "";
        }
        return new Execution(name, text, Functions.ALL, nodes.get(0)).run(nodes, data);
    }
}
