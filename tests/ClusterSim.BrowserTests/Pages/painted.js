// How many pixels of the timeline have the colour that a token has now.
() => {
  const canvas = document.querySelector(".timeline-canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const count = (token) => {
    const [red, green, blue] = ClusterSim.colour(token).match(/\d+/g).map(Number);
    let found = 0;
    for (let index = 0; index < pixels.length; index += 4) {
      found += pixels[index] === red && pixels[index + 1] === green && pixels[index + 2] === blue && pixels[index + 3] === 255;
    }

    return found;
  };

  return ["--compute", "--communication", "--exposed"].map(count);
}
