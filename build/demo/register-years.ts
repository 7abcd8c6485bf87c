import { appraisalRegisters } from './appraisal-registers.ts'
import { appraisalRounds } from './appraisal-rounds.ts'
import { cadreBallots } from './cadre-ballots.ts'
import { developmentCases } from './cases.ts'
import { cadreRegisters } from './cadres.ts'
import { developmentPlans } from './development-plans.ts'
import { careRegisters } from './care-registers.ts'
import { excellenceBallots } from './excellence-ballots.ts'
import { excellenceRegisters } from './excellence-registers.ts'
import { floatingRegisters } from './floating-registers.ts'
import { groundOf } from './register-entry.ts'
import { otherCases } from './other-cases.ts'
import { performanceBallots } from './performance-ballots.ts'
import { studyRegisters } from './study-registers.ts'
import { supervisionRegisters } from './supervision.ts'
import { voiceRegisters } from './voice-registers.ts'
import { voteBallots } from './vote-ballots.ts'
import { contactPoints, fieldworks, liaisons, receptions, visitMatters } from './service.ts'
import { dutyLetters, expenses, inspections, monthlyReports, placeAssets, writtenReports } from './duty.ts'
import { criticisms, rectifications, talks } from './life.ts'
import { Random } from './random.ts'
import { Crowd, type RegisterEntry } from './registers.ts'
import { sanctionRegisters } from './sanctions.ts'
import { selectionDossiers } from './selections.ts'
import type { World } from './world.ts'

/** What the registers of an office hold after its years. A county has those that its quotas count and those that are few; a college has every one. */
export function registerYears(world: World, seed: string): RegisterEntry[] {
  const { plan, people, today } = world
  const crowd = new Crowd(world)
  const branches = plan.bodies.flatMap(({ kind, quality }, at) => (kind === 'branch' ? [{ at, quality }] : []))
  const committees = plan.bodies.flatMap(({ kind }, at) => (kind === 'committee' ? [at] : []))
  const leaders = people.filter(p => p.draft.leader && (p.draft.joinedOn ?? '9999') < world.start && crowd.has(p, today))
  const stream = (name: string) => new Random(`${seed}/${plan.preset}/registers/${name}`)
  const ground = groundOf(world, seed)
  const counted = [
    ...[appraisalRegisters, careRegisters, voiceRegisters, floatingRegisters, excellenceRegisters, studyRegisters].flatMap(make => make(ground)),
    ...[developmentCases, developmentPlans, otherCases, sanctionRegisters, supervisionRegisters].flatMap(make => make(ground)),
    ...[appraisalRounds, performanceBallots, excellenceBallots, voteBallots, cadreBallots, cadreRegisters, selectionDossiers].flatMap(make => make(ground)),
    ...talks(crowd, branches, stream('talks')),
    ...fieldworks(crowd, world, leaders, stream('fieldwork')),
    ...receptions(crowd, world, committees, stream('receptions')),
    ...writtenReports(crowd, world, stream('reports')),
    ...inspections(crowd, world, stream('inspections')),
  ]
  if (plan.preset === 'county') return counted
  return [
    ...counted,
    ...criticisms(crowd, branches, stream('criticisms')),
    ...rectifications(crowd, branches, stream('rectifications')),
    ...visitMatters(crowd, world, 0, stream('visits')),
    ...liaisons(crowd, branches, stream('liaisons')),
    ...contactPoints(crowd, world, leaders, stream('points')),
    ...monthlyReports(crowd, world, stream('months')),
    ...dutyLetters(crowd, world, branches, stream('letters')),
    ...expenses(crowd, branches, stream('expenses')),
    ...placeAssets(world, branches, stream('places')),
  ]
}
