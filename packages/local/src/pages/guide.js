// The examples speak of the Foyer that serves them.
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
while (texts.nextNode())
  texts.currentNode.nodeValue = texts.currentNode.nodeValue.replaceAll(
    /https:\/\/desk\.example(?!\.)/g,
    location.origin,
  )
