import { defineRefusals, type Bilingual } from '#kernel/refusal.ts'

/** Every "no" to a whole file. A single bad row is not refused but rejected: see `rejected.ts`. */
export const refuse = defineRefusals({
  'exchange.file-not-found': {
    status: 404,
    zh: '找不到文件“{name}”，请检查路径',
    en: 'The file "{name}" was not found; check the path',
  },
  'exchange.file-unreadable': {
    status: 422,
    zh: '无法读取“{name}”：请给出一个有读取权限的普通文件',
    en: '"{name}" cannot be read: give an ordinary file that this account may read',
  },
  'exchange.file-empty': {
    status: 422,
    zh: '文件“{name}”是空的，请选择有内容的文件',
    en: 'The file "{name}" is empty; choose one with content',
  },
  'exchange.format-unknown': {
    status: 415,
    zh: '看不出“{name}”的格式（第 1 字节起）；可以导入 XES、CSV、JSONL、XLSX 和 OCEL 2.0 JSON，均可用 gzip 压缩',
    en: 'The format of "{name}" was not recognised (from byte 1); XES, CSV, JSONL, XLSX and OCEL 2.0 JSON can be imported, each also gzipped',
  },
  'exchange.gzip-truncated': {
    status: 422,
    zh: '压缩文件“{name}”在第 {byte} 字节处中断，请重新传输完整的文件',
    en: 'The compressed file "{name}" breaks off at byte {byte}; transfer the whole file again',
  },
  'exchange.gzip-broken': {
    status: 422,
    zh: '压缩文件“{name}”在第 {byte} 字节附近已损坏，请重新传输',
    en: 'The compressed file "{name}" is damaged near byte {byte}; transfer it again',
  },
  'exchange.expands-too-far': {
    status: 413,
    zh: '“{name}”解压后膨胀超过 {ratio} 倍（读到第 {byte} 字节），疑似压缩炸弹，已停止读取；如确属正常，请解压后再导入',
    en: '"{name}" expands more than {ratio} times (at byte {byte}) and looks like a compression bomb; if it is genuine, unpack it first',
  },
  'exchange.too-large': {
    status: 413,
    zh: '“{name}”的内容超过 {limitMiB} MiB 的上限（读到第 {byte} 字节），请拆分后导入',
    en: '"{name}" holds more than the {limitMiB} MiB allowed (at byte {byte}); split it and import the parts',
  },
  'exchange.encoding-unknown': {
    status: 415,
    zh: '不认识“{name}”声明的编码“{encoding}”，请另存为 UTF-8 或 GB18030',
    en: 'The encoding "{encoding}" that "{name}" declares is not known; save it as UTF-8 or GB18030',
  },
  'exchange.encoding-broken': {
    status: 422,
    zh: '“{name}”第 {byte} 字节不是有效的 {encoding} 文字，请用同一种编码另存整个文件',
    en: 'Byte {byte} of "{name}" is not valid {encoding}; save the whole file in one encoding',
  },
  'exchange.line-too-long': {
    status: 422,
    zh: '第 {line} 行有一项内容超过 {limitMiB} MiB，可能缺少换行或引号没有成对；请检查该处',
    en: 'Something on line {line} is longer than {limitMiB} MiB; a line break or a closing quote may be missing there',
  },
  'exchange.xml-broken': {
    status: 422,
    zh: 'XML 第 {line} 行有错：{zh}。请由导出该日志的系统重新导出',
    en: 'The XML is broken on line {line}: {en}. Export the log again from its system',
  },
  'exchange.xml-entities': {
    status: 422,
    zh: 'XML 第 {line} 行声明了自定义实体（DOCTYPE），出于安全不予读取；请删去 DOCTYPE 后重试',
    en: 'Line {line} of the XML declares entities of its own (DOCTYPE), which is not read for safety; remove the DOCTYPE and try again',
  },
  'exchange.not-xes': {
    status: 422,
    zh: 'XML 的根元素是“{root}”（第 {line} 行），不是 XES 的 log；请选择 XES 日志',
    en: 'The root element is "{root}" (line {line}), not the log of XES; choose an XES log',
  },
  'exchange.csv-quote-open': {
    status: 422,
    zh: '第 {line} 行开始的引号到文件末尾都没有闭合，请补上引号',
    en: 'The quote opened on line {line} is never closed; add the closing quote',
  },
  'exchange.header-broken': {
    status: 422,
    zh: '第 {line} 行的表头有误：{zh}',
    en: 'The header on line {line} is not usable: {en}',
  },
  'exchange.column-missing': {
    status: 422,
    zh: '文件中没有列“{column}”（映射中作为 {role}）；文件的列有：{columns}',
    en: 'The file has no column "{column}" (mapped as {role}); its columns are: {columns}',
  },
  'exchange.columns-unclear': {
    status: 422,
    zh: '看不出哪一列是{zh}，请在列映射中指明；文件的列有：{columns}',
    en: 'It is not clear which column is the {en}; say so in the column mapping. The columns are: {columns}',
  },
  'exchange.mapping-broken': {
    status: 422,
    zh: '列映射有误（{place}）：{reason}',
    en: 'The column mapping is not usable (at {place}): {reason}',
  },
  'exchange.preset-unknown': {
    status: 404,
    zh: '没有名为“{preset}”的预设；现有：{presets}',
    en: 'There is no preset "{preset}"; there are: {presets}',
  },
  'exchange.json-broken': {
    status: 422,
    zh: 'JSON 第 {line} 行有错：{zh}',
    en: 'The JSON is broken on line {line}: {en}',
  },
  'exchange.not-ocel': {
    status: 422,
    zh: '这个 JSON 文件不是 OCEL 2.0 日志：{zh}',
    en: 'This JSON file is not an OCEL 2.0 log: {en}',
  },
  'exchange.object-type-unknown': {
    status: 422,
    zh: '日志中没有对象类型“{objectType}”；有：{objectTypes}',
    en: 'The log has no object type "{objectType}"; there are: {objectTypes}',
  },
  'exchange.workbook-broken': {
    status: 422,
    zh: 'Excel 文件“{name}”已损坏：{zh}。请用 Excel 打开后另存为 .xlsx',
    en: 'The workbook "{name}" is damaged: {en}. Open it in Excel and save it as .xlsx',
  },
  'exchange.sheet-unknown': {
    status: 422,
    zh: '工作簿中没有工作表“{sheet}”；有：{sheets}',
    en: 'The workbook has no sheet "{sheet}"; there are: {sheets}',
  },
  'exchange.nothing-readable': {
    status: 422,
    zh: '“{name}”中没有可用的事件（{rejected} 行被退回；首处：{zh}）',
    en: '"{name}" holds no usable event ({rejected} rows rejected; the first: {en})',
  },
  'exchange.stopped': {
    status: 409,
    zh: '读取已按要求停止，没有保存任何内容',
    en: 'Reading was stopped as asked; nothing was stored',
  },
})

/** A fault of the XML with its reason in both languages. */
export const xmlFault = (line: number, reason: Bilingual) =>
  refuse('exchange.xml-broken', { line, zh: reason.zh, en: reason.en })
