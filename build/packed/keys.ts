import { extractFile } from '@electron/asar'
import { trustedKeys } from '../../main/update/trusted-keys.ts'
import { filesIn } from './files.ts'
import { archiveOf, type Unpacked } from './unpacked.ts'

/** Whose updates the packed program takes: both keys of the source, so that one can be retired. */
export function keysIn(packed: Unpacked): { readonly said: readonly string[]; readonly faults: readonly string[] } {
  const archive = archiveOf(packed)
  const code = filesIn(archive)
    .filter(name => name.startsWith('dist/main/'))
    .map(name => extractFile(archive, name).toString('utf8'))
  const missing = trustedKeys.filter(({ publicKey }) => !code.some(text => text.includes(publicKey)))
  return {
    said: trustedKeys.map(({ name, publicKey }) => `${name} ${publicKey}`),
    faults: [
      ...missing.map(({ name }) => `the program does not know the key ${name}`),
      ...(trustedKeys.length < 2 ? ['one key that is lost would be the end of updates'] : []),
    ],
  }
}
