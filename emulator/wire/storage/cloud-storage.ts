import type { Clock, FileRecord, FileStore } from '../../parts'
import { contentTypeOf } from './content-type'
import { Signs } from './signs'

/** The largest file that is taken, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024

/** The files of cloud storage, and the signs that open them. Paths are checked where they come in. */
export class CloudStorage {
  readonly signs: Signs
  readonly #files: FileStore

  constructor({ files, clock }: { files: FileStore; clock: Clock }) {
    this.#files = files
    this.signs = new Signs(clock)
  }

  /**
   * Writes a file; false when it belongs to somebody else, whom only the administrator may overwrite. Whoever writes the
   * content is its creator from then on, so that nobody can swap what a function has put there.
   * @param creator an openid, or null for the administrator
   */
  save(path: string, content: Buffer, creator: string | null): Promise<boolean> {
    const record = { path, size: content.length, type: contentTypeOf(path, content), creator }
    return this.#files.write(record, content, (existing) => creator === null || existing.creator === creator)
  }

  has(path: string): boolean {
    return this.#files.record(path) !== undefined
  }

  read(path: string): { type: string; content: Buffer } | undefined {
    const record = this.#files.record(path)
    const content = this.#files.content(path)
    return record && content && { type: record.type, content }
  }

  /** False when there was none. */
  remove(path: string): Promise<boolean> {
    return this.#files.remove(path)
  }

  list(): FileRecord[] {
    return this.#files.records()
  }
}
