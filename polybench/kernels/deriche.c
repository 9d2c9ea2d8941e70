/* deriche: smooths an image by Deriche's recursive filter, along the rows and then along the columns. */
#include "polybench.h"

#include <math.h>

SIZE(W, 64, 192, 720, 4096, 7680);
SIZE(H, 64, 128, 480, 2160, 4320);

static void initialise(float imgIn[W][H]) {
    for (int i = 0; i < W; i++) {
        for (int j = 0; j < H; j++) {
            imgIn[i][j] = (float)((313 * i + 991 * j) % 65536) / 65535.0f;
        }
    }
}

KERNEL deriche(int w, int h, float alpha, float imgIn[W][H], float imgOut[W][H], float y1[W][H], float y2[W][H]) {
    float k = (1.0f - expf(-alpha)) * (1.0f - expf(-alpha))
            / (1.0f + 2.0f * alpha * expf(-alpha) - expf(2.0f * alpha));
    float a1 = k;
    float a5 = k;
    float a2 = k * expf(-alpha) * (alpha - 1.0f);
    float a6 = a2;
    float a3 = k * expf(-alpha) * (alpha + 1.0f);
    float a7 = a3;
    float a4 = -k * expf(-2.0f * alpha);
    float a8 = a4;
    float b1 = powf(2.0f, -alpha);
    float b2 = -expf(-2.0f * alpha);
    float c1 = 1.0f;
    float c2 = 1.0f;

    for (int i = 0; i < w; i++) {
        float ym1 = 0.0f;
        float ym2 = 0.0f;
        float xm1 = 0.0f;
        for (int j = 0; j < h; j++) {
            y1[i][j] = a1 * imgIn[i][j] + a2 * xm1 + b1 * ym1 + b2 * ym2;
            xm1 = imgIn[i][j];
            ym2 = ym1;
            ym1 = y1[i][j];
        }
    }
    for (int i = 0; i < w; i++) {
        float yp1 = 0.0f;
        float yp2 = 0.0f;
        float xp1 = 0.0f;
        float xp2 = 0.0f;
        for (int j = h - 1; j >= 0; j--) {
            y2[i][j] = a3 * xp1 + a4 * xp2 + b1 * yp1 + b2 * yp2;
            xp2 = xp1;
            xp1 = imgIn[i][j];
            yp2 = yp1;
            yp1 = y2[i][j];
        }
    }
    for (int i = 0; i < w; i++) {
        for (int j = 0; j < h; j++) {
            imgOut[i][j] = c1 * (y1[i][j] + y2[i][j]);
        }
    }
    for (int j = 0; j < h; j++) {
        float tm1 = 0.0f;
        float ym1 = 0.0f;
        float ym2 = 0.0f;
        for (int i = 0; i < w; i++) {
            y1[i][j] = a5 * imgOut[i][j] + a6 * tm1 + b1 * ym1 + b2 * ym2;
            tm1 = imgOut[i][j];
            ym2 = ym1;
            ym1 = y1[i][j];
        }
    }
    for (int j = 0; j < h; j++) {
        float tp1 = 0.0f;
        float tp2 = 0.0f;
        float yp1 = 0.0f;
        float yp2 = 0.0f;
        for (int i = w - 1; i >= 0; i--) {
            y2[i][j] = a7 * tp1 + a8 * tp2 + b1 * yp1 + b2 * yp2;
            tp2 = tp1;
            tp1 = imgOut[i][j];
            yp2 = yp1;
            yp1 = y2[i][j];
        }
    }
    for (int i = 0; i < w; i++) {
        for (int j = 0; j < h; j++) {
            imgOut[i][j] = c2 * (y1[i][j] + y2[i][j]);
        }
    }
}

static void polybench(Run *run) {
    float(*imgIn)[W][H] = allocate(run, sizeof *imgIn);
    float(*imgOut)[W][H] = allocate(run, sizeof *imgOut);
    float(*y1)[W][H] = allocate(run, sizeof *y1);
    float(*y2)[W][H] = allocate(run, sizeof *y2);
    initialise(*imgIn);
    TIMED(deriche(W, H, 0.25f, *imgIn, *imgOut, *y1, *y2));
    live_out(run, MATRIX(imgOut, .stride = H));
}
