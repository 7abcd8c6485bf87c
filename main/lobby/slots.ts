import { type KeyFile, readKeyFile, writeKeyFile } from './key-file.ts'
import { type KeySlot, whoIs } from './keys.ts'

/** Puts a slot in the place of the user's former one, or takes that away; the reply puts back what was there. */
export function putSlot(folder: string, name: string, slot: KeySlot | undefined): () => void {
  const keys = readKeyFile(folder)
  const who = whoIs(keys.officeId, name)
  const former = keys.slots.find(s => s.who === who)
  const listed = slot ? keys.listed : keys.listed.filter(user => user.name !== name)
  writeKeyFile(folder, { ...keys, listed, slots: withSlot(keys.slots, who, slot) })
  return () => {
    const now = readKeyFile(folder)
    writeKeyFile(folder, { ...now, listed: keys.listed, slots: withSlot(now.slots, who, former) })
  }
}

const withSlot = (slots: KeyFile['slots'], who: string, slot: KeySlot | undefined) => [...slots.filter(s => s.who !== who), ...(slot ? [slot] : [])]

/** What kind of password each of these users has. */
export function passwordsOf(folder: string, names: readonly string[]): ReadonlyMap<string, 'own' | 'initial' | 'none'> {
  const { officeId, slots } = readKeyFile(folder)
  const byWho = new Map(slots.map(slot => [slot.who, slot]))
  return new Map(
    names.map(name => {
      const slot = byWho.get(whoIs(officeId, name))
      return [name, slot ? (slot.initial ? 'initial' : 'own') : 'none']
    }),
  )
}
