import { idNumberOf, type smallOffice } from './office.ts'

type Office = Awaited<ReturnType<typeof smallOffice>>

const long = (words: string): string => `${words}会前分别同有关方面充分沟通，听取了对人选政治素质、工作实绩和群众口碑的意见，各方面意见一致。`.repeat(3)

/** A selection of 教务处副处长 with two candidates, one of whom is proposed and one falls out, taken as far as a step; `lengthy` writes at length. */
export async function selected(office: Office, { until, lengthy = false, both = false }: { until?: string; lengthy?: boolean; both?: boolean } = {}) {
  const { call, member, add, top } = office
  const say = (words: string) => (lengthy ? long(words) : words)
  const known = { sex: 'male', nation: '汉族', nativePlace: '云江青岚', education: '大学', degree: '管理学学士', joinedOn: '2008-06-20' }
  const post = lengthy ? '测绘教研室主任、支部纪检委员，学院实训中心副主任（兼），院学术委员会委员，省测绘地理信息学会理事' : '测绘教研室主任'
  const wen = await member({ ...known, name: '温启明', idNumber: idNumberOf(901), workPost: post })
  const deng = await member({ ...known, name: '邓文涛', sex: 'female', idNumber: idNumberOf(902), workPost: '党政办公室秘书科科长' })
  await add('cadre', { personId: wen, currentPost: post, startedWork: '2008-07', fullTimeEducation: '大学', fullTimeDegree: '管理学学士' })
  await add('cadre', { personId: deng, currentPost: '党政办公室秘书科科长', startedWork: '2009-08', inServiceEducation: '研究生', inServiceDegree: '法学硕士' })
  const proposedPost = lengthy ? '教务处副处长，学院教学质量监控中心主任（兼）' : '教务处副处长'
  const { caseId } = await call('selection.open', {
    name: '教务处副处长选拔',
    organizationId: top,
    openedOn: '2026-08-10',
    owner: '沈国梁',
    kind: lengthy ? 'term' : 'ordinary',
    places: both ? 2 : 1,
    rank: '中层副职',
    dual: lengthy,
    probation: true,
    vacancy: null,
    candidates: [wen, deng].map(personId => ({ personId, proposedPost })),
  })
  const [first = '', second = ''] = (await call('selection.get', { caseId })).candidates.map(({ record }) => String(record['id']))
  const change = async (id: string, draft: Record<string, unknown>) => {
    const { record } = await call('records.get', { type: 'candidate', id })
    await call('records.update', { type: 'candidate', id, version: Number(record['version']), draft })
  }
  const file = (step: string, material: string | null, name: string, candidateId: string | null = null) =>
    add('caseMaterial', { caseId, step, material, name, madeOn: '2026-09-20', pages: 3, candidateId })
  const of = (material: string) => Promise.all([first, second].map(id => file('checks', material, material, id)))
  const proposed = both ? [first, second] : [first]
  const acts: readonly (readonly [step: string, draft: Record<string, unknown>, also?: () => Promise<unknown>])[] = [
    ['analysis', { doneOn: '2026-08-12' }],
    ['proposal', { doneOn: '2026-08-14' }, () => file('proposal', 'plan', '工作方案')],
    ['consultation', { doneOn: '2026-08-17', people: '何书记' }],
    ['talkRecommendation', { doneOn: '2026-08-24' }],
    ['meetingRecommendation', { doneOn: '2026-08-26' }, () => file('meetingRecommendation', 'summary', '推荐汇总表')],
    ['recommendationReport', { doneOn: '2026-08-28' }],
    [
      'assessed',
      { doneOn: '2026-09-08', opinion: say('党委会会议研究确定。') },
      () => call('selection.advance', { caseId, stage: 'assessed', candidateIds: [first, second], otherwise: null, on: null }),
    ],
    ['team', { doneOn: '2026-09-09', people: '周敏、纪明远' }],
    ['assessmentNotice', { doneOn: '2026-09-10', place: '教务处、测绘工程系', phone: '0999-5550112' }, () => file('assessmentNotice', 'notice', '考察预告')],
    [
      'assessment',
      { doneOn: '2026-09-15', people: '中层干部、教师代表' },
      async () => {
        await file('assessment', 'talks', '个别谈话记录')
        await file('assessment', 'tally', '民主测评汇总表')
        await file('assessment', 'tally', '征求意见汇总表')
        const talk = { caseId, purpose: 'assessment', candidateId: first, talkedOn: '2026-09-14', place: '办公楼 302', interviewers: '周敏、纪明远' }
        const said = '该同志讲政治，业务扎实，能团结同志；对年轻教师的传帮带还不够。'
        await add('selectionTalk', {
          ...talk,
          interviewee: '沈听澜',
          intervieweePost: '测绘工程系主任',
          recorder: '纪明远',
          content: lengthy ? Array(11).fill(say(said)).join('\n') : said,
        })
        await add('selectionTalk', { ...talk, candidateId: null, interviewee: '霍景和', intervieweePost: '教师', content: said })
      },
    ],
    [
      'checks',
      { doneOn: '2026-09-22' },
      async () => {
        await of('archive')
        await of('personalMatters')
        await of('discipline')
        await of('integrity')
        const answered = { askedOn: '2026-09-10', answeredOn: '2026-09-16', conclusion: 'clear' }
        for (const candidateId of [first, second]) {
          await add('candidateCheck', { ...answered, candidateId, matter: 'discipline', answeredBy: '院纪委', opinion: '没有发现问题' })
          await add('candidateCheck', { ...answered, candidateId, matter: 'personalMatters', opinion: '如实报告' })
          await add('candidateCheck', { ...answered, candidateId, matter: 'petitions' })
        }
      },
    ],
    [
      'report',
      { doneOn: '2026-09-24' },
      async () => {
        for (const id of [first, second]) {
          await file('report', 'sheet', '干部任免审批表', id)
          await file('report', 'report', '考察材料', id)
        }
        const body = '一、德能勤绩廉表现和主要特长\n坚持党的教育方针，教学管理经验丰富，主持测绘类专业群建设。\n二、主要缺点和不足\n有时工作要求偏急。'
        await change(first, {
          assessment: `温启明同志考察材料\n\n${lengthy ? Array(8).fill(body).join('\n') : body}`,
          assessors: '周敏、纪明远',
          assessedOn: '2026-09-24',
        })
      },
    ],
    ['leaders', { doneOn: '2026-09-25', people: '副院长叶听澜', opinion: say('同意。') }],
    ['unitOpinion', { doneOn: '2026-09-25' }, () => file('unitOpinion', 'opinion', '所在单位党组织意见')],
    ['dualReply', lengthy ? { doneOn: '2026-09-25', result: 'agreed', number: '市水函〔2026〕31号' } : { doneOn: '2026-09-25', result: 'none' }],
    ['officeMeeting', { doneOn: '2026-09-26', people: '顾望舒', eligible: 5, present: 5, agree: 5, against: 0, abstain: 0 }],
    [
      'committeeMeeting',
      { doneOn: '2026-09-28', people: '何书记', eligible: 11, present: 10, agree: 9, against: 0, abstain: 1, result: 'passed' },
      () => call('selection.advance', { caseId, stage: 'proposed', candidateIds: proposed, otherwise: both ? null : '综合比选', on: null }),
    ],
    [
      'publicNotice',
      { startedOn: '2026-09-29', doneOn: '2026-10-12', place: '全院公示栏、办公网', phone: '0999-5550113', result: 'clear' },
      async () => {
        await file('publicNotice', 'notice', '任职前公示公告')
        const objection = { caseId, candidateId: first, receivedOn: '2026-10-09', content: '反映其兼职取酬', settledOn: '2026-10-12', conclusion: 'clear' }
        if (lengthy) await add('noticeObjection', objection)
        if (lengthy) await file('publicNotice', null, '反映问题核查报告')
      },
    ],
    [
      'notice',
      { doneOn: '2026-10-20', number: '临院委〔2026〕36号', result: 'probation' },
      async () => {
        await call('selection.advance', { caseId, stage: 'appointed', candidateIds: proposed, otherwise: null, on: '2026-09-28' })
        for (const id of proposed) await change(id, { probationFrom: '2026-10-20', removedPost: id === first ? '测绘教研室主任' : null })
      },
    ],
    [
      'appointmentTalk',
      { doneOn: '2026-10-22', people: '何书记' },
      () =>
        add('selectionTalk', {
          caseId,
          purpose: 'appointment',
          candidateId: first,
          talkedOn: '2026-10-21',
          place: '党委会议室',
          interviewee: '温启明',
          intervieweePost: '教务处副处长（试用期一年）',
          interviewers: '党委副书记顾望舒',
          recorder: '周敏',
          content: '希望尽快进入角色，严守纪律。',
        }),
    ],
  ]
  const last = until === undefined ? acts.length - 1 : acts.findIndex(([step]) => step === until)
  for (const [step, draft, also] of acts.slice(0, last + 1)) {
    await call('case.record', { caseIds: [caseId], step, draft })
    await also?.()
  }
  return { caseId, first, second, wen, deng, file }
}
