import { ConverterFactory } from 'opencc-js/core'
import fromSimplified from 'opencc-js/from/cn'
import toTraditional from 'opencc-js/to/tw'

/**
 * 简体 to 繁體 by OpenCC's phrases, so that 发展 and 头发, 复核 and 答复 each get their own character. Only characters are
 * converted: the words stay those of the law. The dictionary weighs 450 kB compressed: import this file only on demand.
 */
export const toTraditionalText: (text: string) => string = ConverterFactory(fromSimplified, toTraditional)
