#!/usr/bin/env bash
# After a change of manifests/*.svg: build/icons.sh
# Draws each SVG at its own size into the PNG beside it. Chromium does the drawing, through a canvas, so that transparency and size are exact.
set -euo pipefail
cd "$(dirname "$0")/../manifests"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for icon in color outline; do
  cat > "$scratch/$icon.html" <<HTML
<body><script>
const picture = new Image();
picture.onload = () => {
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d').drawImage(picture, 0, 0);
  document.body.textContent = canvas.toDataURL('image/png');
};
picture.src = 'data:image/svg+xml;base64,$(base64 -w0 "$icon.svg")';
</script></body>
HTML
  chromium --headless --no-sandbox --disable-gpu --user-data-dir="$scratch/profile" --virtual-time-budget=2000 --dump-dom "file://$scratch/$icon.html" 2>/dev/null \
    | grep -o 'base64,[A-Za-z0-9+/=]*' | cut -d, -f2 | base64 -d > "$icon.png"
done
