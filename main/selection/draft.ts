import { sexes } from '../../shared/domain/person.ts'
import { candidateCheckNames, candidateChecks, checkConclusions, type SelectionTalk } from '../../shared/domain/selection.ts'
import { longDay } from '../../shared/forms/text.ts'
import { ageOn, yearOf } from '../../shared/rules/days.ts'
import type { DossierBallot } from './ballots.ts'
import { comparedOf } from './compare.ts'
import type { Dossier, KnownCandidate } from './read.ts'

/** 考察材料 to begin with: what is on file is written in, what people have to judge is left as headings with what belongs there. */
export function draftOf(dossier: Dossier, ballots: readonly DossierBallot[], talks: readonly SelectionTalk[], found: KnownCandidate): string {
  const { record, person, cadre, name, kept } = found
  const { today } = dossier.facts
  const place = dossier.candidates.findIndex(({ record: { id } }) => id === record.id)
  const compared = comparedOf({ ...dossier, candidates: dossier.candidates.slice(place, place + 1) }, [])
  const valueOf = (key: string) => compared.find(line => line.key === key)?.values[0] ?? ''
  const who = [
    person.sex ? sexes[person.sex] : '',
    person.nation,
    person.bornOn ? `${yearOf(person.bornOn)}年${Number(person.bornOn.slice(5, 7))}月生（${ageOn(person.bornOn, today)}岁）` : '',
    person.nativePlace ? `${person.nativePlace}人` : '',
    valueOf('education') === '—' ? '' : valueOf('education'),
    person.joinedOn ? `${yearOf(person.joinedOn)}年${Number(person.joinedOn.slice(5, 7))}月加入中国共产党` : '',
    cadre?.startedWork ? `${cadre.startedWork.slice(0, 4)}年${Number(cadre.startedWork.slice(5, 7))}月参加工作` : '',
    valueOf('currentPost') === '—' ? '' : `现任${valueOf('currentPost')}`,
  ].filter(Boolean)
  return [
    `${name}同志考察材料`,
    '',
    `${name}，${who.join('，')}。`,
    '',
    '一、德能勤绩廉表现和主要特长',
    '（政治素质；道德品行；能力素质；工作作风；工作实绩；廉洁自律。写具体事例，不重复简历。）',
    '',
    '二、主要缺点和不足',
    '（写具体。）',
    '',
    '三、民主推荐、民主测评和谈话情况',
    ...votesOf(ballots, record.personId, name),
    ...talkedOf(talks, record.id),
    '',
    '四、近三年年度考核情况',
    valueOf('grades') === '—' ? '（年度考核等次没有登记。）' : `${valueOf('grades')}。`,
    '',
    '五、任前核查情况',
    ...candidateCheckNames.map(matter =>
      checkSentence(
        candidateChecks[matter],
        kept.checks.find(check => check.matter === matter),
      ),
    ),
  ].join('\n')
}

function votesOf(ballots: readonly DossierBallot[], personId: string, name: string): readonly string[] {
  const lines = ballots.flatMap(({ name: title, heldOn, rows }) => {
    const own = rows.find(row => row.personId === personId || (row.personId === null && row.name === name))
    if (!own || own.votes === null) return []
    return [
      `${heldOn === null ? '' : longDay(heldOn)}${title}：有效票 ${own.of} 张，得 ${own.votes} 票，占 ${own.of > 0 ? ((own.votes / own.of) * 100).toFixed(1) : '0.0'}%。`,
    ]
  })
  return lines.length > 0 ? lines : ['（还没有封票的推荐、测评结果。）']
}

/** How many were talked with, about this candidate or about all of them. */
function talkedOf(talks: readonly SelectionTalk[], candidateId: string): readonly string[] {
  const about = talks.filter(talk => talk.purpose === 'assessment' && (talk.candidateId === null || talk.candidateId === candidateId))
  return about.length > 0 ? [`考察谈话 ${about.length} 人次。`, '（写谈话中对其集中的评价。）'] : ['（谈话情况没有登记。）']
}

type Kept = KnownCandidate['kept']['checks'][number]

const checkSentence = (label: string, check: Kept | undefined): string =>
  check?.conclusion && check.answeredOn
    ? `${label}：${[`${longDay(check.answeredOn)}${check.answeredBy ?? ''}答复`, check.opinion?.replace(/。$/, ''), checkConclusions[check.conclusion]].filter(Boolean).join('，')}。`
    : `（${label}：还没有结论。）`
