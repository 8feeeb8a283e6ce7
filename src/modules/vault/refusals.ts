import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'vault.nothing-to-keep': {
    status: 400,
    zh: '请至少填写姓名、证件号码或手机号码中的一项',
    en: 'Give at least a name, a document number or a phone number',
  },
  'vault.bad-name': {
    status: 400,
    zh: '“{field}”含有姓名或名称中不会出现的字符（如 < >），请按证件填写',
    en: '"{field}" holds signs that no name has (such as < >); write it as on the document',
  },
  'vault.document-incomplete': {
    status: 400,
    zh: '证件类型和证件号码须一并填写',
    en: 'Give the kind of document and its number together',
  },
  'vault.wrong-document-kind': {
    status: 400,
    zh: '个人请选择个人证件；法人和其他组织请填写统一社会信用代码',
    en: 'A person shows a document of a person; an organisation gives its unified social credit code',
  },
  'vault.bad-document': {
    status: 400,
    zh: '证件号码有误：{because}。请对照证件核对',
    en: 'The document number is wrong: {becauseEn}. Compare it with the document',
  },
  'vault.bad-phone': {
    status: 400,
    zh: '电话号码有误：应为 11 位手机号码，或带区号的固定电话',
    en: 'The phone number is wrong: 11 digits of a mobile phone, or a landline with its area code',
  },
  'vault.bad-mobile': {
    status: 400,
    zh: '手机号码有误：应为 1 开头的 11 位数字',
    en: 'The mobile number is wrong: it has 11 digits and begins with 1',
  },
  'vault.bad-email': {
    status: 400,
    zh: '电子邮箱有误，请按 name@example.com 的格式填写',
    en: 'The mail address is wrong; write it like name@example.com',
  },
  'vault.document-of-another-name': {
    status: 409,
    zh: '该证件号码已登记在另一姓名之下。请核对证件；原登记有误的，先更正原登记',
    en: 'This document number is registered under another name. Check the document; if the earlier entry is wrong, correct it first',
  },
  'vault.no-such-person': {
    status: 404,
    zh: '没有这个人的登记',
    en: 'There is no such person here',
  },
  'vault.forgotten': {
    status: 410,
    zh: '该人的个人信息已删除，无法恢复',
    en: 'The data of this person were erased and cannot be restored',
  },
  'vault.still-needed': {
    status: 409,
    zh: '暂不能删除：{because}',
    en: 'They cannot be erased yet: {becauseEn}',
  },
  'vault.purpose-needed': {
    status: 400,
    zh: '请写明查看个人信息的用途（不少于 2 个字）',
    en: 'Say what the personal data are needed for (two characters at least)',
  },
  'vault.no-such-file': {
    status: 404,
    zh: '没有这份文件',
    en: 'There is no such file',
  },
  'vault.no-such-sheet': {
    status: 404,
    zh: '没有这份申请表，或者其中的个人信息已删除',
    en: 'There is no such form, or the data in it were erased',
  },
  'vault.file-empty': {
    status: 400,
    zh: '文件是空的，请重新选择',
    en: 'The file is empty; choose it again',
  },
  'vault.file-too-large': {
    status: 413,
    zh: '文件超过 {limit} MB。请压缩图片，或分成几份上传',
    en: 'The file is larger than {limit} MB. Compress the pictures, or send it in parts',
  },
  'vault.file-kind': {
    status: 415,
    zh: '不接受这种文件。请上传 PDF、OFD、JPG、PNG、WEBP、HEIC、DOCX 或 XLSX',
    en: 'Files of this kind are not accepted. Send PDF, OFD, JPG, PNG, WEBP, HEIC, DOCX or XLSX',
  },
  'vault.file-lies': {
    status: 415,
    zh: '文件名的扩展名是 .{said}，内容却是 {found}。请核对后重新选择',
    en: 'The name ends in .{said}, but the content is {found}. Check it and choose again',
  },
  'vault.key-unusable': {
    status: 500,
    zh: '个人信息密钥文件 {file} 不能使用（{reason}）。请从备份恢复；在此之前不要启动新的实例',
    en: 'The key file of personal data {file} cannot be used ({reason}). Restore it from the backup; start nothing new before that',
  },
  'vault.key-does-not-fit': {
    status: 500,
    zh: '个人信息密钥与数据库不符。请检查 XIAONENG_VAULT_KEY 和数据目录中的 vault-key',
    en: 'The key of personal data does not belong to this database. Check XIAONENG_VAULT_KEY and vault-key in the data folder',
  },
})
