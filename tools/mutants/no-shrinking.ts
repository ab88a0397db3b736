import fc from "fast-check";

/** That a property fails is all there is to know of a mutant; its smallest counterexample can take minutes. */
fc.configureGlobal({ endOnFailure: true });
