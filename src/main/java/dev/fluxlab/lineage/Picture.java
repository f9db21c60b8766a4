package dev.fluxlab.lineage;

/** A proof as SVG: one box a link, from the pod down to the commit, readable in both light and dark. */
final class Picture {

    private static final int WIDTH = 760;
    private static final int TOP = 70;
    private static final int STEP = 74;
    private static final int LONGEST = 96;

    private final Proof proof;

    Picture(Proof proof) {
        this.proof = proof;
    }

    String svg() {
        int height = TOP + proof.links().size() * STEP + 10;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                .formatted(WIDTH, height, WIDTH, height));
        svg.append("font-family=\"system-ui, sans-serif\" font-size=\"13\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.append("<text x=\"20\" y=\"30\" font-size=\"18\" font-weight=\"600\" fill=\"#1b1f24\">%s</text>\n"
                .formatted(escape("Lineage of " + proof.environment() + "/" + proof.app())));
        svg.append("<text x=\"20\" y=\"52\" fill=\"#57606a\">%s</text>\n".formatted(escape(proof.tag())));
        for (int i = 0; i < proof.links().size(); i++) {
            svg.append(
                    box(proof.links().get(i), TOP + i * STEP, i < proof.links().size() - 1));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String box(Link link, int y, boolean joined) {
        String colour =
                switch (link.status()) {
                    case HOLDS -> "#1a7f37";
                    case BROKEN -> "#cf222e";
                    case NOT_JUDGED -> "#9a6700";
                };
        StringBuilder box = new StringBuilder();
        if (joined) {
            box.append("<line x1=\"40\" y1=\"%d\" x2=\"40\" y2=\"%d\" stroke=\"#8c959f\" stroke-width=\"2\"/>\n"
                    .formatted(y + 56, y + STEP));
        }
        box.append("<rect x=\"20\" y=\"%d\" width=\"%d\" height=\"56\" rx=\"6\" fill=\"#f6f8fa\" stroke=\"%s\"/>\n"
                .formatted(y, WIDTH - 40, colour));
        box.append("<text x=\"36\" y=\"%d\" font-weight=\"600\" fill=\"%s\">%s</text>\n"
                .formatted(y + 22, colour, escape(link.status().mark() + "  " + link.name())));
        box.append("<text x=\"36\" y=\"%d\" fill=\"#1b1f24\">%s<title>%s</title></text>\n"
                .formatted(y + 42, escape(shortened(link.found())), escape(link.found())));
        return box.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
