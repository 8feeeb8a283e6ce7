import { messages } from '#ui/index.ts'

export const useText = messages('portal-uploads', {
  选择文件或拍照: 'Choose a file or take a picture',
  'PDF、照片（JPG、PNG、HEIC）、Word 或 Excel，每个不超过 20 MB':
    'PDF, pictures (JPG, PNG, HEIC), Word or Excel, up to 20 MB each',
  '正在上传 {{name}}：{{share}}%': 'Sending {{name}}: {{share}}%',
  停止: 'Stop',
  '去掉 {{name}}': 'Remove {{name}}',
  '{{size}} MB': '{{size}} MB',
  '{{size}} KB': '{{size}} KB',
  '“{{name}}”超过 20 MB，没有上传。请压缩照片，或分成几份。':
    '"{{name}}" is larger than 20 MB and was not sent. Compress the picture, or send it in parts.',
  '“{{name}}”没有上传：{{because}}': '"{{name}}" was not sent: {{because}}',
})
