package pl.obieg.broken;

/** Planted: a name that says nothing. */
class LetterHelper {}
