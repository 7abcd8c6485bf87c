import { AppError } from '../../shared/errors.ts'
import { type KeyFile, readKeyFile, writeKeyFile } from './key-file.ts'
import { type Holding, type KeySlot, recoveryName, whoIs, withNext } from './keys.ts'

/** Puts a slot in the place of the user's former one, or takes that away; the reply puts back what was there. */
export function putSlot(folder: string, name: string, slot: KeySlot | undefined): () => void {
  const keys = readKeyFile(folder)
  // Whom the database's next key is sealed for has been settled; one more would be taken for somebody who does not get it.
  if (keys.slots.some(s => s.next)) throw new AppError('database.busy', {})
  const who = whoIs(keys.officeId, name)
  const former = keys.slots.find(s => s.who === who)
  const listed = slot ? keys.listed : keys.listed.filter(user => user.name !== name)
  writeKeyFile(folder, { ...keys, listed, slots: withSlot(keys.slots, who, slot) })
  return () => {
    const now = readKeyFile(folder)
    writeKeyFile(folder, { ...now, listed: keys.listed, slots: withSlot(now.slots, who, former) })
  }
}

/** The slots for a key that is about to be: those of these people and of the recovery code, as far as it can be sealed for them. The others stay as they are, until it holds. */
export const slotsWithNext = (
  keys: KeyFile,
  names: readonly string[],
  holding: Holding,
): { readonly slots: KeySlot[]; readonly sealedFor: ReadonlySet<string> } => {
  const wanted = new Set([...names, recoveryName].map(name => whoIs(keys.officeId, name)))
  const slots = keys.slots.map(slot => (wanted.has(slot.who) && withNext(slot, holding)) || slot)
  return { slots, sealedFor: new Set(slots.filter(slot => slot.next).map(slot => slot.who)) }
}

/** The slots once it is known which key the database has. Whoever could not be given the next one has no slot any more. */
export function settled(slots: readonly KeySlot[], key: 'now' | 'next'): KeySlot[] {
  if (slots.every(slot => !slot.next)) return [...slots]
  if (key === 'now') return slots.filter(slot => slot.now ?? !slot.pair).map(slot => ({ ...slot, next: undefined }))
  return slots.flatMap(slot => (slot.next ? [{ ...slot, now: slot.next, next: undefined }] : []))
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
