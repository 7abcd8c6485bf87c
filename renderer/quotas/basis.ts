import { parameterBases } from '../../shared/domain/parameter.ts'

const bases: Readonly<Record<string, string>> = parameterBases

/** 国家规定, 本单位文件, 各地做法, 待核: where a number comes from. */
export const basisWord = (basis: string): string => bases[basis] ?? basis
