import { messages } from '#ui/index.ts'

export const useText = messages('file-uploads', {
  查看上传的文件: 'Read what the applicant sent',
  '例如：核对材料': 'for example: check the materials',
  '有 {{count}} 个文件已随申请人的个人信息依法删除。': {
    one: "{{count}} file was erased with the applicant's personal data.",
    other: "{{count}} files were erased with the applicant's personal data.",
  },
  '文件清单没有取到：{{because}}': 'The list of files did not come: {{because}}',
  '第 {{at}} 个，共 {{of}} 个': '{{at}} of {{of}}',
  上一个: 'Previous',
  下一个: 'Next',
  放大: 'Larger',
  缩小: 'Smaller',
  适合窗口: 'Fit',
  关闭: 'Close',
  重试: 'Try again',
  正在取文件: 'Fetching the file',
  '← → 换文件，+ − 缩放，0 适合窗口，Esc 关闭': '← → other files, + − size, 0 fit, Esc close',
  '这种文件不能在页面里打开。下载后请妥善保管，用完删除。':
    'This kind of file cannot be shown here. Keep the download safe, and delete it after use.',
  下载: 'Download',
  '图片没有显示出来。可以下载后查看。': 'The picture could not be shown. You can download it.',
})
