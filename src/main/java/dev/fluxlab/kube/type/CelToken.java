package dev.fluxlab.kube.type;

/** A word of a CEL expression and where it stands, counted from 0. */
record CelToken(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        INTEGER,
        DECIMAL,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
