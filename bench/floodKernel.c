/* The local-inertial step of src/models/flood in C, to measure the others against: same formulas, same single precision, same
 * power of the depth (bits, then a series), depths one row behind flows while both are in the cache. Built by floodKernel.ts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <math.h>

static inline float minus_seven_thirds(float depth) {
  union { float f; int i; } in = {depth}, out;
  out.i = 0x54a2fa8c - in.i / 3;
  float y = out.f, cube = y * y * y, e = 1.0f - depth * cube;
  return cube * cube * y * (((5.6172840f * e + 3.8888889f) * e + 2.3333333f) * e + 1.0f);
}

static inline float flow(float e0, float e1, float z0, float z1, float n, float old, float slope, float half_gdt, float dry) {
  float depth = fmaxf(e0, e1) - fmaxf(z0, z1);
  float value = (old + slope * depth * (e0 - e1)) / (1.0f + half_gdt * n * fabsf(old) * minus_seven_thirds(depth));
  return depth > dry ? value : 0.0f;
}

static float step(int n, int stride, float *restrict h, const float *restrict z, const float *restrict n2, float *restrict qx,
                  float *restrict qy, float slope, float half_gdt, float per, float dry) {
  float deepest = 0;
  for (int row = 1; row <= n + 1; row++) {
    int start = row * stride + 4;
    if (row <= n)
      for (int c = start; c < start + n; c++) {
        float e = h[c] + z[c];
        qx[c] = flow(h[c - 1] + z[c - 1], e, z[c - 1], z[c], n2[c - 1] + n2[c], qx[c], slope, half_gdt, dry);
        qy[c] = flow(h[c - stride] + z[c - stride], e, z[c - stride], z[c], n2[c - stride] + n2[c], qy[c], slope, half_gdt, dry);
      }
    if (row > 1)
      for (int c = start - stride; c < start - stride + n; c++) {
        float next = h[c] + per * ((qx[c] - qx[c + 1]) + (qy[c] - qy[c + stride]));
        h[c] = next;
        deepest = fmaxf(deepest, next);
      }
  }
  return deepest;
}

int main(int argc, char **argv) {
  int n = atoi(argv[1]), steps = atoi(argv[2]);
  float dt = atof(argv[3]), dx = 30, g = 9.81f;
  int stride = n + 8;
  size_t length = (size_t)stride * (n + 2), bytes = (length * 4 + 63) / 64 * 64;
  float *z = aligned_alloc(64, bytes), *h = aligned_alloc(64, bytes), *n2 = aligned_alloc(64, bytes);
  float *qx = aligned_alloc(64, bytes), *qy = aligned_alloc(64, bytes);
  for (size_t c = 0; c < length; c++) z[c] = 1e5f, h[c] = 0, n2[c] = 0.0009f, qx[c] = qy[c] = 0;
  for (int row = 0; row < n; row++)
    for (int column = 0; column < n; column++) {
      size_t c = (size_t)(row + 1) * stride + 4 + column;
      z[c] = 0.3f * sinf(column / 50.0f) + 0.3f * cosf(row / 70.0f);
      h[c] = 2 - z[c] + 0.01f * sinf(z[c] * 30);
    }
  struct timespec a, b;
  float deepest = 0;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
  for (int s = 0; s < steps; s++) deepest = step(n, stride, h, z, n2, qx, qy, g * dt / dx, 0.5f * g * dt, dt / dx, 1e-3f);
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
  double volume = 0;
  for (size_t c = 0; c < length; c++) volume += h[c];
  printf("{\"seconds\": %.6f, \"deepest\": %.6f, \"volume\": %.3f}\n", (b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) * 1e-9, deepest, volume);
  return 0;
}
