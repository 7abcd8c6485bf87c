/** A clause as it comes with the program: what it asks for, and the words that ask for it. */
export interface ShippedClause {
  /** M043 for a mechanism of the office's documents; the article of a national rule, or 摘 and a number where its article is not checked. */
  readonly code: string
  /** The part of the document it stands in. */
  readonly section: string | null
  readonly phrase: string
  readonly number: string | null
  /** The document's own words, a passage a line. */
  readonly text: string
}

/** One of the five documents whose mechanisms the program is measured by. */
export interface MechanismDocument {
  readonly title: string
  /** The file it was taken from: what tells it from other documents of the office. */
  readonly source: string
  /** Where the text says so. */
  readonly issuedOn: string | null
  readonly remark: string
  readonly clauses: readonly ShippedClause[]
}

export interface NationalClause {
  readonly code: string
  readonly phrase: string
  readonly number?: string
  /** Beginning with 摘要： where the wording itself was not seen. */
  readonly text: string
  /** Not checked against a source that quotes it: shown as 待核. */
  readonly open?: true
  /** The mechanism of the five documents that asks for the same. */
  readonly mechanism?: string
}

/** A national rule the program follows, with the clauses it follows. */
export interface NationalRule {
  readonly title: string
  readonly issuer: string | null
  readonly issuedOn: string | null
  /** A later edition has taken its place, whose numbers are not known. */
  readonly superseded?: true
  readonly remark?: string
  readonly clauses: readonly NationalClause[]
}
