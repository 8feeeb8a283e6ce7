import { materialMedia, materialSources, necessities } from '#modules/catalogue/terms.ts'
import { blanks } from './blank.ts'
import { choice, code, list, name, number, say, text, tick } from './field-makers.ts'

/** 材料: what may be asked for, and nothing beyond. */
export const materials = list(
  'materials',
  '材料（清单以外不得索要）',
  'Materials (nothing beyond them may be asked for)',
  {
    fields: [
      name,
      number('originals', '原件份数', 'Originals', 0, 99),
      number('copies', '复印件份数', 'Copies', 0, 99),
      choice('medium', '形式', 'Medium', materialMedia),
      choice('necessity', '必要性', 'Necessity', necessities),
      say('requiredWhen', '在什么情形下需要', 'In which cases', { nullable: true }),
      choice('source', '来源', 'Source', materialSources),
      say('issuer', '出具单位', 'Issued by', { nullable: true }),
      tick('bySharing', '可以通过数据共享获得', 'Can be had by data sharing'),
      say('heldBy', '政府已有：掌握的部门', 'Held by a department', { nullable: true }),
      tick('askedFromApplicant', '由申请人提交', 'Asked from the applicant'),
      text('blankForm', '空白表（示范文本编码或文件）', 'Blank form (code of a model form, or a file)', {
        nullable: true,
      }),
      text('sample', '样表', 'Filled sample', { nullable: true }),
      say('guidance', '填写和准备说明', 'Guidance', { long: true }),
      say('acceptanceStandard', '受理标准', 'Standard of acceptance', { long: true }),
      text('basis', '要求这份材料的依据', 'Why it is asked for'),
      code,
    ],
    ...{ blank: blanks.material, most: 80 },
  },
)
