/** The database refuses these very values, however often they are given: waiting does not help. The cause is its own error. */
export class Unstorable extends Error {}
