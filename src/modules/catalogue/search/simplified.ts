import { ConverterFactory } from 'opencc-js/core'
import fromTraditional from 'opencc-js/from/twp'
import toSimplified from 'opencc-js/to/cn'

const convert: (text: string) => string = ConverterFactory(fromTraditional, toSimplified)

/** 繁體 as the catalogue writes it, with the words of Taiwan in ours: 計程車 becomes 出租车. */
export const simplified = (text: string): string => convert(text.slice(0, 200))
