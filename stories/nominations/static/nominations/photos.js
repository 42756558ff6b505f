// Photos for a weak line: made smaller here where the browser can, sent in pieces, gone on with where they stopped.
const PIECE = 128 * 1024;
const LONGEST = 2000;
const TRIES = 8;

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

async function smaller(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size < 2 * PIECE) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? blob : file;
  } catch {
    return file;
  }
}

async function post(address, form, body, headers = {}) {
  const token = form.elements.csrfmiddlewaretoken.value;
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": token, ...headers } });
  return { status: answer.status, told: await answer.json() };
}

async function sendOne(file, form, tell) {
  const blob = await smaller(file);
  const about = new FormData();
  about.set("name", file.name);
  about.set("size", blob.size);
  let place = null;
  let received = 0;
  for (let tries = 0; tries < TRIES; ) {
    try {
      if (!place) {
        const { status, told } = await post(form.dataset.photos, form, about);
        if (status !== 200) return tell(told.message);
        place = `${form.dataset.photos}${told.id}/`;
        received = told.received;
      }
      const piece = blob.slice(received, received + PIECE);
      const { status, told } = await post(place, form, piece, { "Upload-Offset": String(received), "Content-Type": "application/octet-stream" });
      if (status === 200 || status === 409) received = told.received;
      else return tell(`${file.name}: ${told.message}`);
      if (told.complete) return tell(`Đã gửi ${file.name}.`, place);
      tell(`${file.name}: đã gửi ${Math.floor((received / blob.size) * 100)}%.`);
      tries = 0;
    } catch {
      tries += 1;
      tell(`${file.name}: mất mạng, đang chờ để gửi tiếp từ ${Math.floor((received / blob.size) * 100)}%.`);
      await wait(Math.min(2 ** tries, 30));
    }
  }
  return tell(`${file.name}: chưa gửi xong. Khi có mạng, chọn lại đúng ảnh này để gửi tiếp.`);
}

export async function sendPhotos(input, form, line) {
  const files = [...input.files];
  // Sent here, so that the form does not send them again.
  input.value = "";
  for (const file of files) {
    await sendOne(file, form, (text, place) => {
      line.textContent = text;
      if (place) show(file.name, place);
    });
  }
}

function show(name, place) {
  const row = document.createElement("li");
  const image = document.createElement("img");
  image.src = `${place}xem/`;
  image.alt = name;
  image.width = 96;
  image.height = 96;
  row.append(image);
  document.getElementById("anh-da-gui").append(row);
}
