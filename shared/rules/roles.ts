/** What the Party offices a person holds make of him or her, for quotas and forms. */
export type PartyRole = 'secretary' | 'committee' | 'none'

/** Whose office a title is: the member's own branch, or the 党总支 or 党委 above it. */
export type OfficeBody = 'own' | 'generalBranch' | 'committee'

export interface PartyOffice {
  readonly title: string
  readonly body: OfficeBody
}

/**
 * Reads 党内职务 as rosters write it (党支部书记, 支部副书记兼纪检委员). 书记, 副书记 and 委员 (支委) are 班子成员; former
 * officers, helpers and the offices of other bodies are not.
 */
export function partyRoleOf(post: string | null): PartyRole {
  const titles = post ? titlesIn(post) : []
  if (titles.some(title => title.includes('书记') && !title.includes('副书记'))) return 'secretary'
  return titles.length > 0 ? 'committee' : 'none'
}

/** Each Party office in a title, with the body it belongs to. */
export function officesOf(post: string): readonly PartyOffice[] {
  return titlesIn(post).map(title => ({ title, body: bodyOf(title) }))
}

function bodyOf(title: string): OfficeBody {
  if (/总支/.test(title)) return 'generalBranch'
  if (/支部|支委/.test(title)) return 'own'
  return /党委|党工委|委员会/.test(title) ? 'committee' : 'own'
}

const titlesIn = (post: string): string[] =>
  post
    .replaceAll(/[（(]\s*(?:原|曾任?|前任?)[^）)]+[）)]/g, '')
    .split(/[、，,；;/\s兼]+/)
    .filter(isPartyOffice)

// 前进村党支部书记 and 曾家村党支部书记 are in office.
const former =
  /^[（(]?(?:原(?![平阳州家庄])|前(?=任|党|支部|书记|副|[）)])|曾(?=任|担任|[）)]))|[（(]?(?:原|曾任|前任|已?(?:卸任|离任|免职|免去|调离|辞任))[）)]?$/

function isPartyOffice(title: string): boolean {
  if (former.test(title) || /团|工会|妇联|候选/.test(title)) return false
  if (/(秘书|助理|干事|联络员|联系人)$/.test(title)) return false
  return /书记|委员(?!会$)|支委(?!会$)|常委(?!会$)|班子成员/.test(title)
}
