import type { WriteScope } from '../../main/app/scopes.ts'
import { activity, attendance } from '../../shared/domain/activity.ts'
import { appointment, exemption, transfer } from '../../shared/domain/changes.ts'
import { organization } from '../../shared/domain/organization.ts'
import { parameter } from '../../shared/domain/parameter.ts'
import { person } from '../../shared/domain/person.ts'
import { addDays, addYears, yearOf } from '../../shared/rules/days.ts'
import { isMeetingKind, resolution } from '../../shared/domain/meeting.ts'
import { attendanceOf } from './attendance.ts'
import type { FillClock } from './clock.ts'
import type { Meeting } from './meetings.ts'
import { isHead, minutesOf, resolutionsOf, withReasons } from './minutes.ts'
import type { WritableOffice } from './office.ts'
import type { Person } from './people.ts'
import { Random } from './random.ts'
import type { Ids } from './registers.ts'
import { registerYears } from './register-years.ts'
import type { Change, World } from './world.ts'

type Store = WriteScope['store']
type Entry = (store: Store, scope: WriteScope) => void | Promise<void>

export interface Filled {
  readonly organizations: number
  readonly people: number
  readonly activities: number
  readonly lines: number
}

/** Lines in one transaction: large enough that the same index pages are not written again and again. */
const batch = 400_000

/** Writes a world into an office in the order in which an office would have entered it, so that history, audit and totals are as real ones. */
export async function fill(
  office: WritableOffice,
  world: World,
  clock: FillClock,
  seed: string,
  progress: (done: number, total: number, lines: number) => void = () => undefined,
): Promise<Filled> {
  const writer = new Entries(world, seed)
  const entries = writer.inOrder()
  for (let done = 0; done < entries.length;) {
    await office.write(async scope => {
      const before = writer.lines
      while (done < entries.length && writer.lines - before < batch) {
        const entry = entries[done++]
        clock.goTo(entry?.on ?? '')
        const writing = entry?.write(scope.store, scope)
        if (writing) await writing
      }
    })
    progress(done, entries.length, writer.lines)
  }
  return { organizations: world.plan.bodies.length, people: writer.ids.size, activities: world.meetings.length, lines: writer.lines }
}

/** What is to be entered, and who stands where while it is. */
class Entries {
  readonly ids = new Map<Person, string>()
  lines = 0
  readonly #world: World
  readonly #seed: string
  readonly #people = new Map<string, Person>()
  readonly #bodyIds: string[] = []
  readonly #standing: Set<Person>[]

  constructor(world: World, seed: string) {
    this.#world = world
    this.#seed = seed
    this.#standing = world.plan.bodies.map(() => new Set())
  }

  inOrder(): { on: string; write: Entry }[] {
    const { start, people, changes, meetings } = this.#world
    const entries: { on: string; write: Entry }[] = [
      { on: start, write: store => this.#organizations(store) },
      { on: start, write: store => this.#parameters(store) },
      ...people.map(p => ({ on: arrival(p, start), write: (store: Store) => this.#arrive(store, p) })),
      ...changes.map(c => ({ on: addDays(c.on, 1), write: (store: Store) => this.#change(store, c) })),
      ...meetings.map((m, i) => ({ on: addDays(m.endsOn, 1 + (i % 3)), write: (store: Store) => this.#meeting(store, m, i) })),
      ...registerYears(this.#world, this.#seed).map(({ on, write }) => ({ on, write: (store: Store, scope: WriteScope) => write(store, this.#known, scope) })),
    ]
    return entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  }

  readonly #known: Ids = {
    person: p => this.ids.get(p) ?? '',
    body: at => this.#bodyIds[at] ?? '',
    known: id => this.#people.get(id),
    judged: new Map(),
  }

  #organizations(store: Store): void {
    for (const [i, { name, kind, upper, unitKind }] of this.#world.plan.bodies.entries()) {
      const { foundedOn = null, electedOn = null } = this.#world.terms[i] ?? {}
      const parentId = upper === null ? null : (this.#bodyIds[upper] ?? null)
      this.#bodyIds.push(
        store.create(organization, {
          name,
          kind,
          parentId,
          parentName: null,
          code: null,
          unitKind,
          foundedOn,
          electedOn,
          termYears: kind === 'branch' ? 3 : 5,
          contact: null,
          phone: null,
          closedOn: null,
          remark: null,
        }).id,
      )
    }
  }

  /** The office's own document has raised one target, so that earlier years show another than later ones. */
  #parameters(store: Store): void {
    const { plan, start, today } = this.#world
    if (plan.preset !== 'college' || yearOf(today) - yearOf(start) < 2) return
    const clause = `临江院委〔${yearOf(start)}〕3 号第四条`
    store.create(parameter, { key: 'study.committee', value: 48, startsOn: `${yearOf(start)}-01-01`, clause, basis: 'policy', remark: null })
    store.create(parameter, {
      key: 'study.committee',
      value: 56,
      startsOn: `${yearOf(today) - 1}-01-01`,
      clause: `临江院委〔${yearOf(today) - 1}〕5 号第四条`,
      basis: 'policy',
      remark: null,
    })
  }

  #arrive(store: Store, p: Person): void {
    const stored = store.create(person, { ...p.draft, partyPost: p.post, organizationId: this.#bodyIds[p.body] ?? null })
    this.ids.set(p, stored.id)
    this.#people.set(stored.id, p)
    if (p.draft.joinedOn !== null) this.#standing[p.body]?.add(p)
  }

  #change(store: Store, change: Change): void {
    if (change.kind === 'election') return this.#elect(store, change)
    const personId = this.ids.get(change.person)
    if (!personId) return
    const before = store.get(person, personId)
    switch (change.kind) {
      case 'transfer': {
        const toId = this.#bodyIds[change.to] ?? ''
        store.create(transfer, { personId, fromId: before.organizationId, toId, movedOn: change.on, reason: change.reason })
        store.update(person, before, { organizationId: toId })
        this.#standing[change.person.body]?.delete(change.person)
        this.#standing[change.to]?.add(change.person)
        change.person.body = change.to
        return
      }
      case 'exemption':
        store.create(exemption, { personId, quota: 'study-hours', reason: change.reason, startsOn: change.on, endsOn: change.until, basis: null })
        return
      case 'departure':
        store.update(person, before, { membershipState: change.state, membershipOn: change.on })
        this.#standing[change.person.body]?.delete(change.person)
        return
      case 'phone':
        store.update(person, before, { phone: change.phone })
    }
  }

  #elect(store: Store, { on, from, to, document }: Extract<Change, { kind: 'election' }>): void {
    const [fromId, toId] = [this.ids.get(from), this.ids.get(to)]
    if (!fromId || !toId) return
    const [former, next] = [store.get(person, fromId), store.get(person, toId)]
    const office = { organizationId: next.organizationId, post: '党支部书记' }
    store.create(appointment, { ...office, personId: fromId, startsOn: addYears(on, -3), endsOn: addDays(on, -1), document: null })
    store.create(appointment, { ...office, personId: toId, startsOn: on, endsOn: null, document })
    store.update(person, former, { partyPost: null })
    store.update(person, next, { partyPost: office.post })
    from.post = null
    to.post = office.post
  }

  #meeting(store: Store, m: Meeting, at: number): void {
    const outside = typeof m.organizer === 'string'
    const random = new Random(`${this.#seed}/attendance/${at}`)
    const people = this.#asked(m, random)
    if (people.length === 0) return
    const { name, kind, place, startsOn, endsOn, hours, counts, lecturer } = m
    const minuted = isMeetingKind(kind) && typeof m.organizer === 'number'
    const book = new Random(`${this.#seed}/minutes/${at}`)
    const came = attendanceOf(people, hours, this.#world.plan.bodies[m.audience.below]?.quality ?? 1, random)
    const there = new Set(came.filter(l => l.state === 'present').map(l => l.personId))
    // Who chairs and who keeps the record was there.
    const officers = minuted ? this.#officersOf(Number(m.organizer)).filter(p => there.has(this.ids.get(p) ?? '')) : []
    const speaker = kind === 'partyLecture' ? officers[0] : undefined
    const held = store.create(activity, {
      name,
      kind,
      organizationId: typeof m.organizer === 'number' ? (this.#bodyIds[m.organizer] ?? null) : null,
      organizer: outside ? String(m.organizer) : null,
      place,
      startsOn,
      endsOn,
      hours,
      counts,
      lecturer: speaker ? speaker.draft.name : lecturer,
      lecturerId: (speaker && this.ids.get(speaker)) ?? null,
      ...(minuted ? minutesOf(m, officers, book) : noMinutes),
      minutes: null,
      photo: null,
      remark: null,
    })
    const lines = minuted ? withReasons(came, people, book) : came
    const listed = store.writeLines(attendance, activity, held, lines)
    const decided = minuted ? resolutionsOf(m, lines, people, book) : []
    if (decided.length > 0) store.writeLines(resolution, activity, listed, decided)
    this.lines += lines.length
  }

  /** Who holds an office in a body as its book would name them, the head first. */
  #officersOf(body: number): Person[] {
    const below = this.#world.plan.bodies[body]?.kind === 'branch' ? [body] : (this.#world.below[body] ?? [])
    const upper = this.#world.plan.bodies[body]?.kind === 'branch' ? '' : '党委'
    const officers = below.flatMap(i => [...(this.#standing[i] ?? [])]).filter(p => p.post?.includes(upper) && p.post !== null)
    return officers.toSorted((a, b) => Number(isHead(b)) - Number(isHead(a)))
  }

  #asked({ audience, endsOn }: Meeting, random: Random): { id: string; person: Person }[] {
    if (audience.who === 'activists') return this.#activists(audience.below, endsOn)
    const all = (this.#world.below[audience.below] ?? []).flatMap(i => [...(this.#standing[i] ?? [])]).filter(p => (p.draft.joinedOn ?? '') <= endsOn)
    const asked =
      audience.who === 'members'
        ? all
        : audience.who === 'officers'
          ? all.filter(p => p.post !== null)
          : audience.who === 'heads'
            ? all.filter(p => p.post === '党支部书记')
            : audience.who === 'leaders'
              ? all.filter(p => p.draft.leader)
              : random.some(
                  all.filter(p => p.diligence > 0.8),
                  Math.ceil(all.length * audience.who),
                )
    return asked.flatMap(p => {
      const id = this.ids.get(p)
      return id ? [{ id, person: p }] : []
    })
  }

  /** Those on the way to membership who were on file by then. */
  #activists(below: number, on: string): { id: string; person: Person }[] {
    const bodies = new Set(this.#world.below[below])
    return [...this.ids].flatMap(([p, id]) =>
      p.draft.category === 'activist' && bodies.has(p.body) && arrival(p, this.#world.start) <= on ? [{ id, person: p }] : [],
    )
  }
}

/** A class or an outside event has no record book. */
const noMinutes = { chair: null, recorder: null, guests: null, agenda: null, content: null }

/** Those who were members before the office began are entered with it; others a few days after they joined. */
const arrival = (p: Person, start: string): string => (p.draft.joinedOn === null || p.draft.joinedOn <= start ? start : addDays(p.draft.joinedOn, 3))
