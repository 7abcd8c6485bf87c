import type { peopleApi } from '../../../shared/api/people.ts'
import { transfer } from '../../../shared/domain/changes.ts'
import { organization } from '../../../shared/domain/organization.ts'
import { person } from '../../../shared/domain/person.ts'
import { AppError } from '../../../shared/errors.ts'
import { maskIdNumber, normalizeIdNumber } from '../../../shared/rules/id-number.ts'
import type { Handlers } from '../../app/handlers.ts'
import { parse } from '../../app/parse.ts'
import { among } from '../../db/among.ts'
import { branchOn, movesByPerson } from '../../quotas/roster.ts'
import { guardOrganization } from '../../records/guards.ts'
import { draftFrom } from '../../records/rows.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { organizationPage, organizationTree } from './organizations.ts'
import { timelineOf } from './timeline.ts'

export const peopleHandlers: Handlers<keyof typeof peopleApi> = {
  async 'organization.tree'(scope, { closed }) {
    return organizationTree(scope, closed)
  },

  async 'organization.page'(scope, { id }) {
    return organizationPage(scope, id)
  },

  async 'organization.move'({ store, db }, { id, version, parentId, reason }) {
    const before = store.getUnchanged(organization, id, version)
    await guardOrganization(db, before, { ...before, parentId })
    store.update(organization, before, { parentId, parentName: null })
    store.note({ recordType: 'organization', recordId: id, detail: { moved: { from: before.parentId, to: parentId }, reason } })
    return null
  },

  async 'organization.close'({ store, db }, { id, version, closedOn, reason }) {
    const before = store.getUnchanged(organization, id, version)
    const draft = parse(organization.draft, { ...draftFrom(organization, before), closedOn })
    await guardOrganization(db, before, draft)
    store.update(organization, before, draft)
    store.note({ recordType: 'organization', recordId: id, detail: { closed: closedOn, reason } })
    return null
  },

  async 'search.all'({ index }, { text, limit }) {
    return [...index.search(text, limit)]
  },

  async 'people.match'({ db }, { texts, organizationId }) {
    let living = db
      .selectFrom('person as p')
      .leftJoin('organization as o', 'o.id', 'p.organizationId')
      .select(['p.id', 'p.name', 'p.idNumber', 'p.organizationId', 'p.partyPost as post', 'o.name as organization'])
      .where('p.voidedAt', 'is', null)
    if (organizationId) living = living.where(among('p.organizationId', await subtreeIds(db, organizationId)))
    const people = await living.execute()
    const byName = new Map<string, typeof people>()
    const byNumber = new Map(people.map(p => [p.idNumber, p]))
    for (const p of people) byName.set(p.name, [...(byName.get(p.name) ?? []), p])
    return texts.map(text => {
      const number = byNumber.get(normalizeIdNumber(text))
      const found = number ? [number] : (byName.get(text.normalize('NFKC').replaceAll(/\s+/g, '')) ?? [])
      return {
        text,
        matches: found.map(p => ({ id: p.id, name: p.name, organization: p.organization ?? '', idNumber: maskIdNumber(p.idNumber), post: p.post })),
      }
    })
  },

  async 'person.timeline'(scope, { id }) {
    return timelineOf(scope, id)
  },

  async 'person.transfer'({ store, db, today }, { ids, organizationId, movedOn, reason }) {
    const target = store.get(organization, organizationId)
    if (target.closedOn !== null && target.closedOn <= movedOn) throw new AppError('organization.closed', { name: target.name, closedOn: target.closedOn })
    const moves = await movesByPerson(db)
    let moved = 0
    for (const id of new Set(ids)) {
      const before = store.get(person, id)
      const fromId = branchOn(before.organizationId, moves.get(id), movedOn)
      const overtaken = moves.get(id)?.some(move => move.movedOn > movedOn && move.movedOn <= today)
      // A move that lies ahead is on file, and so is one before a later one: the roster follows when a day has come, to where it is now.
      const settles = movedOn <= today && !overtaken && before.organizationId !== organizationId
      if (fromId !== organizationId) store.create(transfer, { personId: id, fromId, toId: organizationId, movedOn, reason: reason ?? null })
      if (settles) store.update(person, before, { organizationId })
      if (settles || fromId !== organizationId) moved += 1
    }
    return { moved }
  },

  async 'person.setMany'({ store }, { ids, field, value }) {
    let changed = 0
    for (const id of ids) {
      const before = store.get(person, id)
      if (before[field] === value) continue
      store.update(person, before, parse(person.draft, { ...draftFrom(person, before), [field]: value }, `${before.name}：`))
      changed += 1
    }
    return { changed }
  },
}
