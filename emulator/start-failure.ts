/** Why the emulator could not start, as one sentence for whoever typed the command. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}
