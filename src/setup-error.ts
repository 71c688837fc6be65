/**
 * What stands in the way of the program and can be put right by the person who runs it.
 * The message is a sentence that says what to do; the entry points print it alone, without a stack, and end with status 1.
 */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
