/** Arguments that can't be used; the message is for the model to read and do better. Never leaves this folder. */
export class ArgumentFault extends Error {
  override readonly name = 'ArgumentFault';
}
