import type { SiteBuilderId } from './schema.ts'

type Steps = Record<'en' | 'es' | 'ar', readonly string[]>

/** How the snippet gets onto every page, in the words each builder's own menus use (in English where it shows English). */
export const builderSteps: Record<SiteBuilderId, { name: string; steps: Steps }> = {
  wordpress: {
    name: 'WordPress',
    steps: {
      en: [
        'In your dashboard open Plugins › Add New, search for “WPCode”, then Install and Activate.',
        'Open Code Snippets › Header & Footer.',
        'Paste the snippet into the box “Footer” and choose Save Changes.',
        'If you use a caching plugin, clear its cache once.',
      ],
      es: [
        'En su escritorio abra Plugins › Añadir nuevo, busque “WPCode”, instálelo y actívelo.',
        'Abra Code Snippets › Header & Footer.',
        'Pegue el código en la caja “Footer” y elija Save Changes.',
        'Si usa un plugin de caché, vacíelo una vez.',
      ],
      ar: [
        'من لوحة التحكم افتح «إضافات › أضف جديداً»، وابحث عن WPCode ثم ثبّته وفعّله.',
        'افتح Code Snippets › Header & Footer.',
        'الصق الشيفرة في خانة Footer واختر Save Changes.',
        'إن كنت تستخدم إضافة للتخزين المؤقت فأفرغها مرة واحدة.',
      ],
    },
  },
  wix: {
    name: 'Wix',
    steps: {
      en: [
        'In your site’s dashboard open Settings › Custom Code (a paid plan with your own domain is needed).',
        'Choose Add Custom Code at “Body – end” and paste the snippet.',
        'Choose All pages and “Load code once”, then Apply.',
      ],
      es: [
        'En el panel de su sitio abra Ajustes › Código personalizado (hace falta un plan de pago con dominio propio).',
        'Elija Agregar código en “Cuerpo – final” y pegue el código.',
        'Elija Todas las páginas y “Cargar el código una vez”, y luego Aplicar.',
      ],
      ar: [
        'من لوحة موقعك افتح Settings › Custom Code (يلزم اشتراك مدفوع ونطاق خاص بك).',
        'اختر Add Custom Code عند Body – end والصق الشيفرة.',
        'اختر All pages ثم Load code once ثم Apply.',
      ],
    },
  },
  squarespace: {
    name: 'Squarespace',
    steps: {
      en: [
        'Open Settings › Advanced › Code Injection (Business plan or above).',
        'Paste the snippet into the box “Footer”.',
        'Choose Save, then open your site in a private window to see it.',
      ],
      es: [
        'Abra Configuración › Avanzado › Inyección de código (plan Business o superior).',
        'Pegue el código en la caja “Pie de página”.',
        'Elija Guardar y abra su sitio en una ventana privada para verlo.',
      ],
      ar: [
        'افتح Settings › Advanced › Code Injection (يلزم اشتراك Business أو أعلى).',
        'الصق الشيفرة في خانة Footer.',
        'اختر Save ثم افتح موقعك في نافذة خاصة لتراه.',
      ],
    },
  },
  shopify: {
    name: 'Shopify',
    steps: {
      en: [
        'In the admin open Online Store › Themes, then ⋯ › Edit code at your current theme.',
        'Open layout/theme.liquid and find </body> near its end.',
        'Paste the snippet on the line before it and choose Save.',
      ],
      es: [
        'En el panel abra Tienda online › Temas y, en su tema actual, ⋯ › Editar código.',
        'Abra layout/theme.liquid y busque </body> cerca del final.',
        'Pegue el código en la línea anterior y elija Guardar.',
      ],
      ar: [
        'من لوحة الإدارة افتح Online Store › Themes ثم ⋯ › Edit code عند القالب الحالي.',
        'افتح layout/theme.liquid وابحث عن ‎</body>‎ قرب نهايته.',
        'الصق الشيفرة في السطر الذي قبله واختر Save.',
      ],
    },
  },
  webflow: {
    name: 'Webflow',
    steps: {
      en: [
        'Open Site settings › Custom code (a paid site plan is needed).',
        'Paste the snippet into “Footer code” and choose Save changes.',
        'Publish the site; custom code is not shown before that.',
      ],
      es: [
        'Abra Site settings › Custom code (hace falta un plan de pago).',
        'Pegue el código en “Footer code” y elija Save changes.',
        'Publique el sitio; el código no se ve antes.',
      ],
      ar: [
        'افتح Site settings › Custom code (يلزم اشتراك مدفوع).',
        'الصق الشيفرة في Footer code واختر Save changes.',
        'انشر الموقع، فالشيفرة لا تظهر قبل النشر.',
      ],
    },
  },
  godaddy: {
    name: 'GoDaddy',
    steps: {
      en: [
        'Open your site in Website Builder and choose Edit Website.',
        'On a page choose Add Section › HTML, and paste the snippet into “Custom code”.',
        'Set the forced height to 1, choose Done, and repeat it on each page where it should appear.',
        'Choose Publish.',
      ],
      es: [
        'Abra su sitio en el creador de páginas y elija Editar sitio web.',
        'En una página elija Agregar sección › HTML y pegue el código en “Código personalizado”.',
        'Ponga la altura en 1, elija Listo y repítalo en cada página donde deba aparecer.',
        'Elija Publicar.',
      ],
      ar: [
        'افتح موقعك في Website Builder واختر Edit Website.',
        'في الصفحة اختر Add Section › HTML والصق الشيفرة في Custom code.',
        'اجعل الارتفاع 1 واختر Done، وكرر ذلك في كل صفحة تريد ظهوره فيها.',
        'اختر Publish.',
      ],
    },
  },
  html: {
    name: 'HTML',
    steps: {
      en: [
        'Open the file of your page, or the footer that all pages share.',
        'Paste the snippet on the line before </body>.',
        'Save it and upload it to your server.',
      ],
      es: [
        'Abra el archivo de su página, o el pie que comparten todas.',
        'Pegue el código en la línea anterior a </body>.',
        'Guárdelo y súbalo a su servidor.',
      ],
      ar: [
        'افتح ملف صفحتك أو التذييل المشترك بين الصفحات.',
        'الصق الشيفرة في السطر الذي قبل ‎</body>‎.',
        'احفظ الملف وارفعه إلى خادمك.',
      ],
    },
  },
}
