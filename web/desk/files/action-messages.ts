import { messages } from '#ui/index.ts'

export const useText = messages('file-actions', {
  '现在没有您要办的事。': 'There is nothing for you to do now.',
  为什么其他的不能办: 'Why the others cannot be done',
  '已办：{{action}}': 'Done: {{action}}',
  '这件刚被别人改动，已显示最新情况。请看一眼再办。':
    'Somebody has just changed this file; what you see is the newest. Please look before you go on.',
  '缺少的材料（一次列全）': 'What is missing, all of it at once',
  '口头告知，不出书面告知书': 'told orally, without a paper',
  '再次告知的法定理由（只限单位负责人）': 'The ground in law for a second notice (head of the unit only)',
  收到的材料: 'Materials handed in',
  '材料齐全、符合法定形式，予以受理。时限自今日起算。':
    'The materials are complete and in due form. The limit begins today.',
  不能当场办结的理由: 'Why it cannot be finished on the spot',
  不予受理的理由: 'Why it is declined',
  依据的条款: 'The clause it rests on',
  申请人下一步怎么办: 'What the applicant can do next',
  环节: 'Step',
  意见: 'Opinion',
  同意: 'Agree',
  不同意: 'Object',
  退回到: 'Back to',
  取消: 'Cancel',
  理由: 'Reason',
  法定情形: 'Ground',
  文书名称和文号: 'Document and its number',
  已书面告知申请人: 'The applicant was told in writing',
  延长多少个工作日: 'By how many working days',
  '批准后时限按申请的天数顺延，并出具延期告知书。':
    'The limit is extended by the days asked for, and the notice of extension goes out.',
  决定: 'Decision',
  准予: 'Grant',
  不予许可: 'Deny',
  '理由（不予许可必填）': 'Reasons (a denial needs them)',
  '法律依据（不予许可必填）': 'Basis in law (a denial needs it)',
  '听证意见采纳情况（根据听证笔录 {{minutes}}）':
    'How what was heard is taken into account (on the minutes {{minutes}})',
  '交邮日（以此日为送达日；不填为今日）':
    'Day of posting (counts as the day of delivery; today if left empty)',
  结果名称或证照编号: 'Result or licence number',
  '证照编号（证上印的；不填则自动编号）': 'Licence number, as printed on it (drawn when left empty)',
  '认定隐瞒情况或者提供虚假材料（仅用于不予许可）':
    'Facts were concealed or false material was given (only with a denial)',
  认定的事实: 'What was found',
  '认定的事实（申请人一年内不得再次申请，行政许可法第七十八条）':
    'What was found (the applicant may not apply again for a year, 行政许可法 78)',
  方式: 'Way',
  当面: 'in person',
  邮寄: 'by post',
  电子: 'electronically',
  '凭证（签收人、回执或邮件单号）': 'Proof (who signed, receipt or mail number)',
  更正什么: 'What is corrected',
  决定理由: 'the reasons',
  办理结果: 'the result',
  撤销决定: 'the decision is revoked',
  改为: 'To',
  '原记录保留，更正另记一笔。': 'The record stays; the correction is added to it.',
})
