package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;

/** Looks at an object on its way into the store; changes it or refuses it. */
@FunctionalInterface
interface Admission {

    /** The object to go on with; the live object is empty on create. */
    Obj admit(Write write, Obj object, Obj live);

    default Admission then(Admission next) {
        return (write, object, live) -> next.admit(write, admit(write, object, live), live);
    }
}
